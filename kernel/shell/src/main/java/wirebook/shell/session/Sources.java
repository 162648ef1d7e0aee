package wirebook.shell.session;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wirebook.shell.Cell;
import wirebook.shell.compile.Javac;
import wirebook.shell.compile.Unit;
import wirebook.shell.source.Lexer;

/** Writes the units of a session: holders and statements, each importing only what it names. */
final class Sources {
    private final Map<String, List<Definition>> definitions;
    private final List<Import> imports;
    private final List<Import> shown;
    private final OnDemand onDemand;

    /**
     * @param shown imports whose problems are to be reported at their place
     */
    Sources(Map<String, List<Definition>> definitions, List<Import> imports, List<Import> shown, OnDemand onDemand) {
        this.definitions = definitions;
        this.imports = imports;
        this.shown = shown;
        this.onDemand = onDemand;
    }

    /** The class that holds {@code group}. */
    Unit holder(List<Definition> group) {
        Definition first = group.getFirst();
        var words = new HashSet<String>();
        group.forEach(d -> words.addAll(d.words()));
        var writer = new Unit.Writer();
        head(writer, words, first.holder());
        writer.own("public class " + first.holder() + " {\n");
        for (Definition d : group) {
            writer.own(d.kind() == Definition.Kind.TYPE ? "static " : "public static ");
            if (d.kind() == Definition.Kind.VARIABLE) {
                writer.cell(d.cell(), d.start(), d.text()).own(" " + d.name() + ";\n");
            } else {
                writer.cell(d.cell(), d.start(), d.text()).own("\n");
            }
        }
        return writer.own("}\n").unit(first.holder());
    }

    /** The class that runs the statements of {@code cell}. */
    Unit code(String name, Cell cell, List<Item> items, boolean value) {
        var writer = new Unit.Writer();
        head(writer, Lexer.words(cell.source()), name);
        writer.own("public class " + name + " {\npublic static Object run() throws Throwable { if (true) {\n");
        for (Item item : items) {
            switch (item) {
                case Item.Declared d when d.initialised() -> initialise(writer, cell, d);
                case Item.Stating(var chunk) ->
                    writer.own("if (true) { ")
                            .cell(cell, chunk.start(), chunk.end())
                            .own(chunk.closed() ? " }\n" : "; }\n");
                case Item.Valuing(int start, int end)
                when value -> writer.own("return ").cell(cell, start, end).own(";\n");
                case Item.Valuing(int start, int end) ->
                    writer.cell(cell, start, end).own(";\n");
                default -> {}
            }
        }
        return writer.own("} return null; }\n}\n").unit(name);
    }

    /** {@code T value = …; name = value;}, so that array initialisers work and the inferred type is the declared one. */
    private void initialise(Unit.Writer writer, Cell cell, Item.Declared d) {
        String type = requireNonNull(definitions.get(Definition.Kind.VARIABLE + " " + d.name()))
                .getFirst()
                .text();
        writer.own("if (true) { " + type + " $value = ");
        if (d.type().isEmpty() && Anonymous.is(type, d.name())) {
            writer.cell(cell, d.initialStart(), d.initialStart()).own("new " + type + "()");
        } else {
            writer.cell(cell, d.initialStart(), d.initialEnd());
        }
        writer.own("; " + d.name() + " = $value; }\n");
    }

    /** The class in which the types of {@code var}s are found out. */
    Unit inference(Cell cell, List<Item.Declared> declared) {
        var writer = new Unit.Writer();
        head(writer, Lexer.words(cell.source()), "$X1");
        writer.own("public class $X1 {\n");
        for (Item.Declared d : declared) {
            d.type()
                    .ifPresent(type -> writer.own("static ")
                            .cell(cell, d.typeStart(), type)
                            .own(" " + d.name() + ";\n"));
        }
        writer.own("static void run() throws Throwable {\n");
        for (Item.Declared d : declared) {
            if (d.type().isEmpty()) {
                writer.own("var " + d.name() + " = ")
                        .cell(cell, d.initialStart(), d.initialEnd())
                        .own(";\n");
            }
        }
        return writer.own("}}\n").unit("$X1");
    }

    String head(Set<String> words) {
        var writer = new Unit.Writer();
        head(writer, words, "");
        return writer.unit("").text();
    }

    private void head(Unit.Writer writer, Set<String> words, String self) {
        writer.own("package " + Javac.PACKAGE + ";\n");
        for (Import i : imports) {
            if (shown.contains(i)) {
                writer.cell(i.cell(), i.start(), i.text()).own(i.text().endsWith(";") ? "\n" : ";\n");
            } else if (i.single() ? words.contains(i.name()) : onDemand.offers(i, words)) {
                writer.own(i.text() + "\n");
            }
        }
        for (String word : words) {
            for (Definition.Kind kind : Definition.Kind.values()) {
                List<Definition> group = definitions.get(kind + " " + word);
                if (group != null && !group.getFirst().holder().equals(self)) {
                    writer.own("import static " + Javac.PACKAGE + "."
                            + group.getFirst().holder() + "." + word + ";\n");
                }
            }
        }
    }
}
