package wirebook.shell.session;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;

/** The names of packages that a cell can import from. */
final class Packages {
    private Packages() {}

    static List<String> all(Collection<Path> classPath) {
        var names = new TreeSet<String>();
        for (Module module : ModuleLayer.boot().modules()) {
            boolean jdk =
                    module.getName().startsWith("java.") || module.getName().startsWith("jdk.");
            if (jdk) {
                module.getDescriptor().exports().stream()
                        .filter(e -> !e.isQualified())
                        .map(ModuleDescriptor.Exports::source)
                        .forEach(names::add);
            }
        }
        classPath.stream().filter(Files::isRegularFile).forEach(jar -> names.addAll(inJar(jar)));
        return new ArrayList<>(names);
    }

    private static Collection<String> inJar(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(e -> e.getName())
                    .filter(n -> n.endsWith(".class") && n.contains("/") && !n.startsWith("META-INF"))
                    .map(n -> n.substring(0, n.lastIndexOf('/')).replace('/', '.'))
                    .collect(java.util.stream.Collectors.toSet());
        } catch (IOException e) {
            return List.of();
        }
    }
}
