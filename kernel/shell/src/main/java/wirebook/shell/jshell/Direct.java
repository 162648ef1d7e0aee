package wirebook.shell.jshell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;
import wirebook.shell.exec.Loaders;

/** Runs snippets in this process, and keeps what came of the last one: the live value or the live exception. */
final class Direct extends DirectExecutionControl {
    private Snippets.@Nullable Host host;
    private @Nullable Object value;
    private Optional<Throwable> thrown = Optional.empty();
    private boolean invoked;

    Direct(Loaders loaders) {
        super(new Woven(loaders));
    }

    ExecutionControlProvider provider() {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "wirebook";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
                return Direct.this;
            }
        };
    }

    /** Runs the next snippet for {@code next}. */
    void prepare(Snippets.Host next) {
        host = next;
        value = null;
        thrown = Optional.empty();
        invoked = false;
    }

    @Nullable
    Object value() {
        return value;
    }

    Optional<Throwable> thrown() {
        return thrown;
    }

    boolean invoked() {
        return invoked;
    }

    /** JShell asks for the value as text; nobody reads that, and a value's {@code toString} is its owner's to call. */
    @Override
    protected String invoke(Method snippet) throws Exception {
        Snippets.@Nullable Host own = host;
        enter(true);
        try {
            value = snippet.invoke(null);
            thrown = Optional.empty();
            return "";
        } catch (InvocationTargetException e) {
            thrown = Optional.ofNullable(e.getCause());
            throw e;
        } catch (StackOverflowError e) {
            thrown = Optional.of(e);
            throw e;
        } finally {
            host = own; // the snippet may have run others
            invoked = true;
            enter(false);
        }
    }

    private void enter(boolean cell) {
        if (host != null) {
            host.enter(cell);
        }
    }

    /** Gives JShell our loaders: what they load can be stopped and cannot end the JVM. */
    private record Woven(Loaders loaders) implements LoaderDelegate {
        @Override
        public void load(ClassBytecodes[] classes) throws ClassInstallException {
            var files = new HashMap<String, byte[]>();
            Arrays.stream(classes).forEach(c -> files.put(c.name(), c.bytecodes()));
            loaders.declare(files);
            try {
                for (String name : files.keySet()) {
                    loaders.declarations().loadClass(name);
                }
            } catch (ClassNotFoundException | LinkageError e) {
                throw new ClassInstallException(e.toString(), new boolean[classes.length]);
            }
        }

        @Override
        public void classesRedefined(ClassBytecodes[] classes) {
            // never called: a changed snippet is a new class
        }

        @Override
        public void addToClasspath(String path) {
            loaders.addToClassPath(Arrays.stream(path.split(java.io.File.pathSeparator, -1))
                    .filter(p -> !p.isEmpty())
                    .map(Path::of)
                    .toList());
        }

        @Override
        public Class<?> findClass(String name) throws ClassNotFoundException {
            return loaders.declarations().loadClass(name);
        }
    }
}
