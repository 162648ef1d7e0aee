package wirebook.shell.session;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import wirebook.shell.Cell;
import wirebook.shell.compile.Javac;
import wirebook.shell.compile.Unit;
import wirebook.shell.source.Lexer;

/**
 * The type of {@code var r = new Object() { int hidden = 3; }}: a field cannot have it, so it is declared under the variable's name.
 *
 * <p>Only where nothing is passed to the constructor; otherwise the variable has the nearest type with a name.
 */
final class Anonymous {
    private Anonymous() {}

    /** What a variable's anonymous type is called. */
    static String name(String variable) {
        return variable + "$";
    }

    /** Whether {@code type} was made here for {@code variable}. */
    static boolean is(String type, String variable) {
        return type.startsWith(Javac.PACKAGE + ".$T") && type.endsWith("." + name(variable));
    }

    /** The declaration of the type of the variable at {@code path}, if it has no name. */
    static Optional<Definition> of(Javac.Round round, TreePath path, Unit unit, Cell cell) {
        VariableTree variable = (VariableTree) path.getLeaf();
        if (!(variable.getInitializer() instanceof NewClassTree made)
                || made.getClassBody() == null
                || made.getEnclosingExpression() != null
                || !made.getArguments().isEmpty()) {
            return Optional.empty();
        }
        TypeMirror type = round.trees().getTypeMirror(path);
        var types = round.task().getTypes();
        String above = new TypeText(types).of(type);
        String extending = types.directSupertypes(type).size() > 1 ? " implements " : " extends ";
        return Optional.of(definition(variable, made.getClassBody(), extending + above, round, path, unit, cell));
    }

    /** As an anonymous class may, it throws what its initialisers throw. */
    private static Definition definition(
            VariableTree variable,
            ClassTree body,
            String above,
            Javac.Round round,
            TreePath path,
            Unit unit,
            Cell cell) {
        SourcePositions positions = round.trees().getSourcePositions();
        int end = (int) positions.getEndPosition(path.getCompilationUnit(), body);
        int start = unit.text().indexOf('{', (int) positions.getStartPosition(path.getCompilationUnit(), body));
        String name = name(variable.getName().toString());
        String text = "class " + name + above + " { " + name + "() throws Throwable {}"
                + unit.text().substring(start + 1, end);
        int at = unit.place(start).map(Unit.Place::offset).orElse(0);
        return new Definition(Definition.Kind.TYPE, name, name, text, cell, at, text, Lexer.words(text), "");
    }
}
