package wirebook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is declared anew takes effect everywhere at once, and what used it keeps its values. */
class RedefinitionTest {
    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = new Notebook();
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    @Test
    void aMethodWithANewBodyIsCalledByAllThatCalledTheOldOne() {
        notebook.done("int rate() { return 2; }\nint cost(int n) { return n * rate(); }");
        notebook.done(
                "class Till { int total; void pay(int n) { total += cost(n); } }\nvar till = new Till();\ntill.pay(5);");
        notebook.done("Supplier<Integer> later = () -> cost(1);");
        notebook.done("int rate() { return 100; }");
        notebook.done("till.pay(1);");
        assertThat(notebook.value("till.total")).isEqualTo(110);
        assertThat(notebook.value("later.get()")).isEqualTo(100);
        notebook.done("int rate() { return 1000; }");
        assertThat(notebook.value("later.get() + cost(2)")).isEqualTo(3000);
    }

    @Test
    void aMethodWithANewReturnTypeIsSeenByItsCallers() {
        notebook.done("int f() { return 1; }\nString g() { return \"f is \" + f(); }");
        notebook.done("double f() { return 1.5; }");
        assertThat(notebook.value("g()")).isEqualTo("f is 1.5");
    }

    @Test
    void whatNoLongerCompilesIsNamed() {
        notebook.done("int f() { return 1; }\nint g() { return f() + 1; }");
        var done = (Evaluation.Done) notebook.run("String f() { return \"one\"; }");
        assertThat(done.notes())
                .singleElement()
                .asString()
                .startsWith("g is gone, it no longer compiles: incompatible types");
        assertThat(notebook.value("f()")).isEqualTo("one");
    }

    @Test
    void aVariableDeclaredAgainWithItsTypeIsTheSameVariable() {
        notebook.done("int x = 1;\nint twice() { return 2 * x; }");
        notebook.done("int x = 5;");
        assertThat(notebook.value("twice()")).isEqualTo(10);
    }

    @Test
    void aVariableOfAnotherTypeIsSeenByItsUsers() {
        notebook.done("int x = 1;\nString show() { return \"x = \" + x; }");
        notebook.done("String x = \"text\";");
        assertThat(notebook.value("show()")).isEqualTo("x = text");
    }

    @Test
    void aTypeDeclaredAgainWithoutAChangeKeepsItsObjects() {
        notebook.done("record Point(int x, int y) {}");
        notebook.done("var p = new Point(1, 2);");
        notebook.done("record Point(int x, int y) {}");
        assertThat(notebook.value("p.equals(new Point(1, 2))")).isEqualTo(true);
    }

    @Test
    void aChangedTypeIsSeenByItsUsersAndVariablesOfTheOldOneSaySo() {
        notebook.done("record Point(int x) {}\nint size(Point p) { return p.x(); }");
        notebook.done("var p = new Point(3);\nint n = size(p);");
        var done = (Evaluation.Done) notebook.run("record Point(int x) { public int x() { return x * 100; } }");
        assertThat(done.notes()).containsExactly("p starts anew with null: its type has been declared anew");
        assertThat(notebook.value("p")).isNull();
        assertThat(notebook.value("n + size(new Point(2))")).isEqualTo(203);
    }

    @Test
    void recursionAndGenericsSurviveANewBody() {
        notebook.done("long fact(int n) { return n < 2 ? 1 : n * fact(n - 1); }");
        notebook.done("<T> List<T> twice(T t, double d, long l) { return List.of(t, t); }");
        notebook.done("<T> List<T> twice(T t, double d, long l) { return List.of(t, t, t); }");
        notebook.done("long fact(int n) { return n < 2 ? 1 : n * fact(n - 1) + 0; }");
        assertThat(notebook.value("fact(5) + twice(1, 2.0, 3L).size()")).isEqualTo(123L);
    }

    @Test
    void resetForgetsEverythingButTheClassPathAndThePrelude() {
        notebook.done("int x = 1;");
        notebook.done("%reset");
        assertThat(notebook.shell().variables()).isEmpty();
        assertThat(notebook.value("List.of(1).size()")).isEqualTo(1);
    }
}
