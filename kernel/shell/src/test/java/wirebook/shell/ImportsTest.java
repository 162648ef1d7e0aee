package wirebook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An import on demand reaches all that the Java language says it reaches, though a unit is not given those it has no word of. */
class ImportsTest {
    @TempDir
    private Path folder = Path.of("");

    private Notebook notebook;

    @BeforeEach
    void classPath() throws IOException {
        Path source = folder.resolve("Lamp.java");
        Files.writeString(
                source, "package far.away; public class Lamp { public static String light() { return \"on\"; } }");
        int fault = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.out, System.err, "-d", folder.resolve("classes").toString(), source.toString());
        assertThat(fault).isZero();
        notebook = new Notebook(Options.standard().classPath(List.of(folder.resolve("classes"))));
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "import java.util.*; | List.of(1).size() | 1",
                "import java.util.Map.*; | Entry.comparingByKey() != null | true",
                "import static java.lang.Math.*; | max(1, 2) + (PI > 3 ? 1 : 0) | 3",
                "import static java.util.Map.Entry.*; | comparingByKey() != null | true",
                "import static java.util.stream.IntStream.*; | range(0, 3).sum() | 3",
                "import static java.time.LocalDate.*; | EPOCH.getYear() | 1970",
                "import com.sun.source.tree.*; | Tree.Kind.CLASS.name() | CLASS",
                "import module java.net.http; | HttpClient.Version.HTTP_2.name() | HTTP_2",
                "import far.away.*; | Lamp.light() | on",
                "import static far.away.Lamp.*; | light() | on",
            })
    void aNameFromAnImportOfManyIsFoundInItsCellAndInLaterOnes(String declaration, String expression, String value) {
        assertThat(String.valueOf(notebook.value(declaration + "\n" + expression)))
                .isEqualTo(value);
        assertThat(String.valueOf(notebook.value(expression))).isEqualTo(value);
        notebook.done("Object later() { return " + expression + "; }");
        assertThat(String.valueOf(notebook.value("later()"))).isEqualTo(value);
    }

    @Test
    void noPublicTypeOfTheJdkBeginsWithASmallLetter() throws IOException {
        for (Module module : ModuleLayer.boot().modules()) {
            for (var exported : module.getDescriptor().exports()) {
                if (exported.isQualified()) {
                    continue;
                }
                String place =
                        "jrt:/" + module.getName() + "/" + exported.source().replace('.', '/');
                try (var files = Files.newDirectoryStream(Path.of(URI.create(place)), "[a-z]*.class")) {
                    assertThat(files)
                            .extracting(file -> file.getFileName().toString().replace(".class", ""))
                            .filteredOn(name -> !name.endsWith("-info"))
                            .map(name -> Class.forName(module, exported.source() + "." + name))
                            .noneMatch(type -> Modifier.isPublic(type.getModifiers()));
                }
            }
        }
    }

    @Test
    void aNameThatTwoImportsOfferIsAsAmbiguousAsEver() {
        notebook.done("import java.awt.*;");
        assertThat(notebook.failed("List list = null;").traceback()).anyMatch(line -> line.contains("ambiguous"));
    }

    @Test
    void whatTheCellsDeclareGoesBeforeWhatTheyImport() {
        notebook.done("record List(int x) {}");
        assertThat(notebook.value("new List(7).x()")).isEqualTo(7);
    }

    @Test
    void anImportOfWhatIsNotThereIsAnError() {
        assertThat(notebook.failed("import no.such.place.*;").evalue()).contains("no.such.place");
    }

    @Test
    void aJarThatComesLaterIsImportedFrom() throws IOException {
        Path jar = folder.resolve("lamp.jar");
        int fault = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "cf",
                        jar.toString(),
                        "-C",
                        folder.resolve("classes").toString(),
                        ".");
        assertThat(fault).isZero();
        try (var bare = new Notebook()) {
            bare.failed("import far.away.*;");
            bare.run("%jars " + jar);
            bare.done("import far.away.*;");
            assertThat(bare.value("Lamp.light()")).isEqualTo("on");
        }
    }
}
