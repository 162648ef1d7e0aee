package wirebook.shell.exec;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The class loaders of a session: the class path, above it what cells have declared, above that each cell's statements.
 *
 * <p>Declarations share one loader, so that sealed families and package-private access work between cells. Statements
 * have one each, so that they are unloaded when nothing refers to them any more.
 */
public final class Loaders {
    private final Library library;
    private final Defining declarations;
    private final Weaver weaver;
    private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();

    /** The loaders of a fresh session. */
    public Loaders(ClassLoader host, Predicate<String> shared) {
        library = new Library(new Visible(host, shared));
        declarations = new Defining("declarations", library);
        weaver = new Weaver(library, bytes);
    }

    /** Adds to the class path of cells. */
    public void addToClassPath(List<Path> path) {
        for (Path entry : path) {
            try {
                library.addURL(entry.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(entry.toString(), e);
            }
        }
    }

    /** The loader that sees all declarations. */
    public ClassLoader declarations() {
        return declarations;
    }

    /** Class files of declarations, as compiled. */
    public Map<String, byte[]> bytes() {
        return bytes;
    }

    /** Makes declarations known; they are loaded when first used. */
    public void declare(Map<String, byte[]> classes) {
        bytes.putAll(classes);
        declarations.add(classes);
    }

    /** A class file that no unit to come will name. */
    public void forget(String name) {
        bytes.remove(name);
    }

    /** The class {@code name} of {@code classes}, which nothing but itself refers to. */
    public Class<?> load(String name, Map<String, byte[]> classes) throws ClassNotFoundException {
        var loader = new Defining("statements", declarations);
        loader.add(classes);
        return loader.loadClass(name);
    }

    /** Closes the jars. */
    public void close() throws IOException {
        library.close();
    }

    private static final class Library extends URLClassLoader {
        Library(ClassLoader parent) {
            super("class path", new URL[0], parent);
        }

        @Override
        protected void addURL(URL url) {
            super.addURL(url);
        }
    }

    private final class Defining extends ClassLoader {
        private final Map<String, byte[]> waiting = new HashMap<>();

        Defining(String name, ClassLoader parent) {
            super(name, parent);
        }

        synchronized void add(Map<String, byte[]> classes) {
            waiting.putAll(classes);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] compiled;
            synchronized (this) {
                compiled = waiting.remove(name);
            }
            if (compiled == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] woven = weaver.weave(compiled);
            return defineClass(name, woven, 0, woven.length);
        }
    }
}
