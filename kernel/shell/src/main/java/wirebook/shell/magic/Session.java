package wirebook.shell.magic;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import wirebook.shell.Console;
import wirebook.shell.Evaluation;
import wirebook.shell.Variable;

/** What a magic may do with the session that it runs in. */
public interface Session {

    /** The console of the cell that holds the magic. */
    Console console();

    /** Prints a line to the cell's output. */
    void print(String line);

    /** Evaluates Java, magics included, as a part of the present cell. */
    Evaluation evaluate(String source);

    /** Puts jars and folders on the class path of everything that is compiled from now on. */
    void addToClassPath(List<Path> path);

    /** The class path as it stands. */
    List<Path> classPath();

    /** The variables, in the order of their declaration. */
    List<Variable> variables();

    /** The methods and types, as they are declared, in the order of their declaration. */
    List<String> declarations();

    /** Forgets every declaration, and every import that a cell has made. */
    void reset();

    /** The environment that commands of the notebook see; changes stay in the session. */
    Map<String, String> environment();

    /** All magics. */
    Magics magics();
}
