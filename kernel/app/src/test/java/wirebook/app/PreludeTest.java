package wirebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wirebook.Wire;
import wirebook.bytes.Octets;
import wirebook.jupyter.kernel.Kernel;
import wirebook.shell.JavaShell;
import wirebook.shell.Options;

class PreludeTest {
    private final Options options = Prelude.options();

    @Test
    void cells_share_the_protocol_library_with_the_kernel() {
        assertThat(packages(Octets.class)).contains("wirebook", "wirebook.tcp").allMatch(Prelude::shared);
        assertThat(Prelude.shared("wirebook.cell")).isTrue();
    }

    @Test
    void cells_do_not_see_the_kernel() {
        assertThat(Stream.of(Kernel.class, JavaShell.class).flatMap(type -> packages(type).stream()))
                .contains("wirebook.jupyter.kernel", "wirebook.shell", "wirebook.shell.session")
                .noneMatch(Prelude::shared);
        assertThat(Stream.of("wirebook.app", "wirebook.deps", "wirebook.junit", "tools.jackson.core", "wirebooks"))
                .noneMatch(Prelude::shared);
    }

    @Test
    void a_cell_begins_with_the_names_that_java_notebooks_are_used_to_and_ours() {
        assertThat(options.imports())
                .contains(
                        "import java.util.*;",
                        "import static wirebook.Wire.*;",
                        "import static wirebook.cell.Cells.*;");
    }

    @Test
    void none_of_our_types_has_the_name_of_one_that_a_java_notebook_imports() {
        var jdk = Stream.concat(
                        packages("java."),
                        Stream.of("java.lang", "java.net.http", "java.lang.reflect", "java.nio.charset"))
                .toList();
        assertThat(ours())
                .isNotEmpty()
                .noneMatch(type -> jdk.stream().anyMatch(name -> exists(name + "." + type.getSimpleName())));
    }

    @Test
    void none_of_our_types_has_the_name_of_another() {
        assertThat(ours().stream().map(Class::getSimpleName)).doesNotHaveDuplicates();
    }

    /** The public types of the packages of ours that every cell imports. */
    private List<Class<?>> ours() {
        var module =
                ModuleFinder.of(Prelude.home(Octets.class)).findAll().iterator().next();
        try (var reader = module.open()) {
            var names = packages("wirebook.").toList();
            return reader.list()
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.contains("-info"))
                    .map(file -> file.replace('/', '.').replaceAll("\\.class$", ""))
                    .filter(type -> names.contains(type.substring(0, Math.max(0, type.lastIndexOf('.')))))
                    .<Class<?>>map(PreludeTest::load)
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean exists(String jdkClass) {
        return ClassLoader.getPlatformClassLoader().getResource(jdkClass.replace('.', '/') + ".class") != null;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Wire.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> packages(Class<?> type) {
        return ModuleFinder.of(Prelude.home(type))
                .findAll()
                .iterator()
                .next()
                .descriptor()
                .packages();
    }

    /** The packages that are imported whole and whose names begin so. */
    private Stream<String> packages(String start) {
        return options.imports().stream()
                .filter(line -> line.startsWith("import " + start) && line.endsWith(".*;"))
                .map(line -> line.replaceAll("^import |\\.\\*;$", ""));
    }
}
