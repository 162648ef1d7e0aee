package wirebook.shell.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** The compiler's file system: the JDK and the class path as they are, the session's own sources and classes in memory. */
final class Files extends ForwardingJavaFileManager<StandardJavaFileManager> {
    final Map<String, ByteArrayOutputStream> outputs = new LinkedHashMap<>();
    private List<Path> classPath = List.of();
    private @Nullable Packages packages;

    Files(StandardJavaFileManager standard) {
        super(standard);
    }

    /** A unit as a source file. */
    static final class Source extends SimpleJavaFileObject {
        private final Unit unit;

        Source(Unit unit) {
            super(URI.create("cells:///cells/" + unit.name() + ".java"), Kind.SOURCE);
            this.unit = unit;
        }

        Unit unit() {
            return unit;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return unit.text();
        }
    }

    /** A class file of an earlier round. */
    static final class Compiled extends SimpleJavaFileObject {
        private final String name;
        private final byte[] bytes;

        Compiled(String name, byte[] bytes) {
            super(URI.create("cells:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
            this.name = name;
            this.bytes = bytes;
        }

        String name() {
            return name;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }

    void classPath(Collection<Path> path) throws IOException {
        fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, path);
        classPath = List.copyOf(path);
        packages = null;
    }

    /** What can be imported. Asked first, since the standard file manager opens every jar to say that a package is in none. */
    Packages packages() {
        Packages known = packages;
        if (known == null) {
            known = new Packages(classPath);
            packages = known;
        }
        return known;
    }

    Map<String, byte[]> classes() {
        var classes = new LinkedHashMap<String, byte[]>();
        outputs.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }

    @Override
    public Iterable<JavaFileObject> list(
            JavaFileManager.Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws IOException {
        boolean nothing = packageName.equals(Javac.PACKAGE)
                || (location == StandardLocation.CLASS_PATH
                        && !recurse
                        && !packages().onClassPath(packageName));
        return nothing ? List.of() : super.list(location, packageName, kinds, recurse);
    }

    @Override
    public String inferBinaryName(JavaFileManager.Location location, JavaFileObject file) {
        return file instanceof Compiled compiled ? compiled.name : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.toUri().equals(b.toUri());
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            JavaFileManager.Location location, String name, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
        return new SimpleJavaFileObject(URI.create("cells:///" + name.replace('.', '/') + ".class"), kind) {
            @Override
            public OutputStream openOutputStream() {
                var bytes = new ByteArrayOutputStream();
                outputs.put(name, bytes);
                return bytes;
            }
        };
    }
}
