package wirebook.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import wirebook.shell.magic.Magics;
import wirebook.shell.magic.Session;

/** The session as a magic sees it. */
record MagicSession(
        Engine engine,
        Console console,
        Magics magics,
        Map<String, String> environment,
        Function<String, Evaluation> evaluator)
        implements Session {

    @Override
    public void print(String line) {
        try {
            console.out().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Evaluation evaluate(String source) {
        return evaluator.apply(source);
    }

    @Override
    public void addToClassPath(List<Path> path) {
        engine.addToClassPath(path);
    }

    @Override
    public List<Path> classPath() {
        return engine.classPath();
    }

    @Override
    public List<Variable> variables() {
        return engine.variables();
    }

    @Override
    public List<String> declarations() {
        return engine.declarations();
    }

    @Override
    public void reset() {
        engine.reset();
    }
}
