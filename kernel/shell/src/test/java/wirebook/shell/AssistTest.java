package wirebook.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static wirebook.shell.Completeness.Status.COMPLETE;
import static wirebook.shell.Completeness.Status.INCOMPLETE;
import static wirebook.shell.Completeness.Status.INVALID;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Completion, inspection, completeness; the bar in a source is the cursor. */
class AssistTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
        notebook.done("""
                int width = 5;
                String name = "Ada";
                /** A point in the plane. */
                record Point(int x, int y) { double length() { return Math.hypot(x, y); } }
                var p = new Point(3, 4);
                /** Doubles {@code n}. */
                int twice(int n) { return 2 * n; }
                """);
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    private static Completions complete(String source) {
        int cursor = source.indexOf('|');
        return notebook.shell().complete(source.replace("|", ""), cursor);
    }

    private static List<String> texts(String source) {
        return complete(source).items().stream().map(Completions.Item::text).toList();
    }

    private static String inspect(String source, int detail) {
        int cursor = source.indexOf('|');
        return notebook.shell()
                .inspect(source.replace("|", ""), cursor, detail)
                .map(Inspection::text)
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "name.subst| => substring",
                "p.len| => length",
                "twi| => twice",
                "wid| => width",
                "ArrayLi| => ArrayList",
                "new ArrayLi| => ArrayList",
                "import java.ut| => util",
                "import java.util.ArrayLi| => ArrayList",
                "import static java.lang.Math.hyp| => hypot",
                "List.of(1).stream().ma| => map",
                "Math.ma| => max",
                "for (int index = 0; index < 3; index++) { inde| => index",
                "List.of(\"a\").forEach(word -> word.toUp| => toUpperCase",
                "int f(int param) { return par| => param",
                "class A { int field; int g() { return fie| => field",
                "String local = \"a\"; local.isBl| => isBlank",
                "new int[3].len| => length",
                "java.util.conc| => concurrent",
                "retu| => return",
                "%tim| => %time",
                "%%ht| => %%html",
            })
    void whatCouldStandAtTheCursorIsFound(String source, String expected) {
        assertThat(texts(source)).contains(expected);
    }

    @Test
    void ownMembersComeFirstAndThoseOfObjectLast() {
        List<String> members = texts("p.|");
        assertThat(members.indexOf("length")).isLessThan(members.indexOf("getClass"));
        assertThat(members.subList(members.size() - 3, members.size())).contains("wait");
    }

    @Test
    void aValueOffersNoStaticMembersAndATypeNoOthers() {
        assertThat(texts("name.|")).contains("length").doesNotContain("valueOf", "format");
        assertThat(texts("String.|")).contains("valueOf", "format").doesNotContain("length");
    }

    @Test
    void aMethodIsOfferedWithItsParametersAndItsDocumentation() {
        assumeTrue(Files.exists(Path.of(System.getProperty("java.home"), "lib", "src.zip")), "the JDK has no src.zip");
        Completions completions = complete("name.charA|");
        assertThat(completions.start()).isEqualTo(5);
        assertThat(completions.end()).isEqualTo(10);
        assertThat(completions.items())
                .containsExactly(new Completions.Item(
                        "charAt",
                        Completions.Kind.FUNCTION,
                        "char charAt(int index)",
                        "Returns the char value at the specified index."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tex|",
                "// comm|",
                "nothing.like.this|",
                "|",
                "12|",
                "(((((|",
                "}}}|",
                "import |",
                "@|",
                "a.b.c.|",
                "%|"
            })
    void nothingIsEverAnError(String source) {
        assertThat(complete(source)).isNotNull();
        assertThat(inspect(source, 1)).isNotNull();
        assertThat(notebook.shell().isComplete(source.replace("|", ""))).isNotNull();
    }

    @Test
    void aVariableIsInspectedWithItsTypeAndValue() {
        assertThat(inspect("wid|th + 1", 0)).isEqualTo("int width = 5");
        assertThat(inspect("p|", 0)).startsWith("Point p = Point[x=3, y=4]");
    }

    @Test
    void aMethodIsInspectedWithItsDocumentationAndOnRequestItsSource() {
        assertThat(inspect("twi|ce(3)", 0)).isEqualTo("int twice(int n)\n\nDoubles n.");
        assertThat(inspect("twice(|", 1)).endsWith("Source:\nint twice(int n) { return 2 * n; }");
    }

    @Test
    void anImportedMethodIsInspectedByItsNameAlone() {
        assertThat(inspect("import static java.lang.Math.*;\nmax|", 0)).isEmpty(); // imported once the cell is run
        try (var own = new Notebook()) {
            own.done("import static java.lang.Math.hypot;");
            assertThat(own.shell().inspect("hypot", 3, 0).map(Inspection::text).orElse(""))
                    .startsWith("double hypot(double");
            assertThat(own.shell().inspect("hypot(", 6, 0).map(Inspection::text).orElse(""))
                    .startsWith("double hypot(double");
        }
    }

    @Test
    void theJdkIsInspectedWithItsOwnDocumentation() {
        assumeTrue(Files.exists(Path.of(System.getProperty("java.home"), "lib", "src.zip")), "the JDK has no src.zip");
        String text = inspect("name.substr|ing(1, 2)", 0);
        assertThat(text)
                .startsWith("String substring(int beginIndex, int endIndex)   in java.lang.String\n\nReturns a string");
        assertThat(text.lines()).allMatch(line -> line.length() < 80);
        assertThat(inspect("name.substr|ing(1, 2)", 1)).contains("Source:\npublic String substring(int beginIndex");
    }

    @Test
    void anUnknownNameHasNothingToSay() {
        assertThat(inspect("zz|z", 0)).isEmpty();
    }

    static Stream<Arguments> cells() {
        return Stream.of(
                Arguments.of("1 + 1", COMPLETE, ""),
                Arguments.of("int f() { return 1; }", COMPLETE, ""),
                Arguments.of("for (int i = 0; i < 3; i++) {", INCOMPLETE, "    "),
                Arguments.of("class A {\n    int f() {", INCOMPLETE, "        "),
                Arguments.of("class A {\n    int f() {\n        return 1;", INCOMPLETE, "        "),
                Arguments.of("if (true)", INCOMPLETE, ""),
                Arguments.of("int x =", INCOMPLETE, ""),
                Arguments.of("1 +", INCOMPLETE, ""),
                Arguments.of("foo(", INCOMPLETE, "    "),
                Arguments.of("\"\"\"\ntext", INCOMPLETE, ""),
                Arguments.of("/* comment", INCOMPLETE, ""),
                Arguments.of("\"text", INVALID, ""),
                Arguments.of("x = = 3", INVALID, ""),
                Arguments.of(")", INVALID, ""),
                Arguments.of("%time 1 + 1", COMPLETE, ""));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aCellIsCompleteOrNot(String source, Completeness.Status status, String indent) {
        assertThat(notebook.shell().isComplete(source)).isEqualTo(new Completeness(status, indent));
    }
}
