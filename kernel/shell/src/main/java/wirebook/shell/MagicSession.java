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
import wirebook.shell.session.Definition;

/** The session as a magic sees it. */
record MagicSession(
        Engine engine,
        Console console,
        Magics magics,
        Map<String, String> environment,
        Function<String, Evaluation> evaluator,
        Runnable again)
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
        engine.locked(() -> {
            engine.session().addToClassPath(path);
            return path;
        });
    }

    @Override
    public List<Path> classPath() {
        return engine.session().classPath();
    }

    @Override
    public List<Variable> variables() {
        return engine.locked(() -> engine.session().variables());
    }

    @Override
    public List<String> declarations() {
        return engine.locked(() -> engine.session().declared().reversed().stream()
                .filter(d -> d.kind() != Definition.Kind.VARIABLE)
                .map(d -> d.text().strip().lines().findFirst().orElse("").replaceFirst("\\s*\\{.*", ""))
                .toList());
    }

    @Override
    public void reset() {
        again.run();
    }
}
