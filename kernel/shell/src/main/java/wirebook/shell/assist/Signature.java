package wirebook.shell.assist;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import wirebook.shell.compile.Holders;

/** How an element is declared, in one line, as its documentation's headline would have it. */
final class Signature {
    private Signature() {}

    /** With these names for the parameters of a method. */
    static String of(Element element, List<String> parameters) {
        return switch (element) {
            case ExecutableElement method -> method(method, parameters);
            case VariableElement variable -> type(variable.asType()) + " " + variable.getSimpleName();
            case TypeElement type ->
                word(type.getKind()) + " " + plain(type.asType().toString());
            default -> element.toString();
        };
    }

    private static String method(ExecutableElement method, List<String> names) {
        boolean constructor = method.getKind() == ElementKind.CONSTRUCTOR;
        Element named = constructor ? requireNonNull(method.getEnclosingElement()) : method;
        String name = named.getSimpleName().toString();
        List<? extends VariableElement> parameters = method.getParameters();
        var list = new StringBuilder();
        for (int i = 0; i < parameters.size(); i++) {
            String type = type(parameters.get(i).asType());
            boolean rest = method.isVarArgs() && i == parameters.size() - 1;
            String shown = rest ? type.replaceFirst("\\[\\]$", "...") : type;
            String own = parameters.get(i).getSimpleName().toString();
            String known = i < names.size() ? names.get(i) : own.matches("arg\\d+") ? "" : own;
            list.append(i == 0 ? "" : ", ").append(shown).append(known.isEmpty() ? "" : " " + known);
        }
        return (constructor ? "" : type(method.getReturnType()) + " ") + name + "(" + list + ")";
    }

    /** A type without the names of packages. */
    static String type(TypeMirror type) {
        return plain(type.toString());
    }

    /** A type as written, without the names of packages. */
    static String erasedPackages(String type) {
        return plain(type);
    }

    private static String plain(String text) {
        return Holders.plain(text)
                .replaceAll("@[\\w.]+ ", "")
                .replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "")
                .replace(",", ", ")
                .replace(",  ", ", ");
    }

    private static String word(ElementKind kind) {
        return switch (kind) {
            case INTERFACE -> "interface";
            case ENUM -> "enum";
            case RECORD -> "record";
            case ANNOTATION_TYPE -> "@interface";
            default -> "class";
        };
    }

    /** The parameters of a method by name, joined: which overload it is. */
    static String shape(ExecutableElement method) {
        return method.getParameters().stream()
                .map(p -> erased(p.asType().toString()))
                .collect(Collectors.joining(","));
    }

    /** A type's simple name without arguments, annotations and packages. */
    static String erased(String type) {
        String bare = type.replaceAll("@\\S+\\s+", "");
        while (bare.contains("<")) {
            String less = bare.replaceAll("<[^<>]*>", "");
            if (less.equals(bare)) {
                break;
            }
            bare = less;
        }
        return bare.replaceAll("\\b\\w+\\.(?=\\w)", "").replace("...", "[]").strip();
    }
}
