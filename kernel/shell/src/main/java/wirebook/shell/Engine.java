package wirebook.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wirebook.shell.source.Chunk;

/** What stands behind a session: the Java of cells is run in it, and editors ask it. */
sealed interface Engine permits CompilerEngine, JShellEngine {

    /** The engine that the environment asks for ({@code WIREBOOK_ENGINE=jshell}), or else the fast one where it can work. */
    static Engine of(Options options) {
        if (Startup.plain(options)) {
            return new JShellEngine(options);
        }
        try {
            return new CompilerEngine(options);
        } catch (LinkageError e) {
            return new JShellEngine(options);
        }
    }

    /** Compiles and runs the snippets. */
    Evaluation run(Cell cell, List<Chunk> chunks, Running running);

    /** How what a cell ended with is told. */
    Endings endings();

    /** What the first evaluation says of this engine. */
    default List<String> notes() {
        return List.of();
    }

    /** The loader that cells' threads should have as their context. */
    ClassLoader loader();

    /** Puts jars and folders on the class path. */
    void addToClassPath(List<Path> path);

    /** The class path of cells. */
    List<Path> classPath();

    /** The variables, in the order of their declaration. */
    List<Variable> variables();

    /** The methods and types, as they are declared, in the order of their declaration. */
    List<String> declarations();

    /** What could stand at {@code at}. */
    Completions complete(String source, int at);

    /** What is known of the name at {@code at}; {@code detail} 1 for the source besides. */
    Optional<Inspection> inspect(String source, int at, int detail);

    /** Whether a cell could be run as it stands. */
    Completeness readiness(Cell cell);

    /** Forgets everything but the class path. */
    void reset();

    /** Lets go of jars and the compiler. */
    void close();
}
