package wirebook.shell.compile;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** The packages that a cell can import from, and which types they have; the class path is read once. */
public final class Packages {
    private static final String CLASS = ".class";
    private static final int REMEMBERED = 2_000;

    private final List<Path> folders;
    private final Map<String, Set<String>> jars = new HashMap<>();
    private final Map<String, Module> jdk = new HashMap<>();

    /** Types of the JDK by name, and names that are none. */
    private final Map<String, Boolean> types = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    private @Nullable List<String> names;

    /** Those of the JDK and of this class path, as it is now. */
    Packages(Collection<Path> classPath) {
        folders = classPath.stream().filter(Files::isDirectory).toList();
        classPath.stream().filter(Files::isRegularFile).forEach(this::read);
        for (Module module : ModuleLayer.boot().modules()) {
            module.getPackages().forEach(name -> jdk.put(name, module));
        }
    }

    private void read(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            file.stream().map(ZipEntry::getName).forEach(this::enter);
        } catch (IOException unreadable) {
            // What cannot be read offers nothing; the compiler says so when it is needed.
        }
    }

    private void enter(String file) {
        int end = file.lastIndexOf('/');
        if (end > 0 && file.endsWith(CLASS) && !file.startsWith("META-INF")) {
            jars.computeIfAbsent(file.substring(0, end).replace('/', '.'), name -> new HashSet<>())
                    .add(file.substring(end + 1, file.length() - CLASS.length()));
        }
    }

    /** The names of all that are exported, in order. */
    public List<String> names() {
        List<String> known = names;
        if (known == null) {
            var found = new TreeSet<>(jars.keySet());
            ModuleLayer.boot().modules().stream()
                    .filter(module -> module.getName().startsWith("java.")
                            || module.getName().startsWith("jdk."))
                    .flatMap(module -> module.getDescriptor().exports().stream())
                    .filter(exported -> !exported.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .forEach(found::add);
            known = List.copyOf(found);
            names = known;
        }
        return known;
    }

    /** Whether there is such a package. */
    public boolean contains(String name) {
        return jdk.containsKey(name) || onClassPath(name);
    }

    /** Whether there is such a package on the class path. */
    boolean onClassPath(String name) {
        return jars.containsKey(name) || inFolders(name, "");
    }

    /** Whether a package has a type of this simple name. */
    public boolean offers(String name, String type) {
        return ofJdk(name, type) || jars.getOrDefault(name, Set.of()).contains(type) || inFolders(name, type + CLASS);
    }

    /** No public type of the JDK begins with a small letter; such names are not looked for, since a loader keeps a lock for each that it is asked. */
    private boolean ofJdk(String name, String type) {
        Module module = jdk.get(name);
        return module != null
                && !Character.isLowerCase(type.codePointAt(0))
                && types.computeIfAbsent(name + "." + type, full -> Class.forName(module, full) != null);
    }

    private boolean inFolders(String name, String file) {
        return folders.stream()
                .anyMatch(folder ->
                        Files.exists(folder.resolve(name.replace('.', '/')).resolve(file)));
    }
}
