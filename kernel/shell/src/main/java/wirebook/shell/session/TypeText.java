package wirebook.shell.session;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Writes inferred types down: types that have no name become the nearest that has one. */
final class TypeText {
    private final Types types;

    TypeText(Types types) {
        this.types = types;
    }

    /** As the type of a variable. */
    String of(TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> of(((ArrayType) type).getComponentType()) + "[]";
            case DECLARED -> declared((DeclaredType) type);
            case TYPEVAR -> of(((TypeVariable) type).getUpperBound());
            case INTERSECTION -> of(((IntersectionType) type).getBounds().getFirst());
            case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE ->
                type.getKind().name().toLowerCase(java.util.Locale.ROOT);
            default -> "java.lang.Object";
        };
    }

    private String declared(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        if (!nameable(element)) {
            return of(nearest(type));
        }
        String name = element.getQualifiedName().toString();
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        return arguments.isEmpty()
                ? name
                : name + arguments.stream().map(this::argument).collect(Collectors.joining(", ", "<", ">"));
    }

    private static boolean nameable(TypeElement element) {
        boolean named =
                element.getNestingKind() == NestingKind.TOP_LEVEL || element.getNestingKind() == NestingKind.MEMBER;
        boolean own = element.getQualifiedName().toString().startsWith("cells.");
        return named && (own || element.getModifiers().contains(Modifier.PUBLIC));
    }

    private TypeMirror nearest(DeclaredType type) {
        List<? extends TypeMirror> supertypes = types.directSupertypes(type);
        return supertypes.stream()
                .map(TypeMirror.class::cast)
                .filter(t -> ((DeclaredType) t).asElement().getKind() == ElementKind.INTERFACE)
                .findFirst()
                .orElse(supertypes.getFirst());
    }

    private String argument(TypeMirror type) {
        return switch (type.getKind()) {
            case WILDCARD -> wildcard((WildcardType) type);
            case TYPEVAR -> "? extends " + of(type);
            case INTERSECTION -> "? extends " + of(type);
            case DECLARED ->
                nameable((TypeElement) ((DeclaredType) type).asElement()) ? of(type) : "? extends " + of(type);
            default -> of(type);
        };
    }

    private String wildcard(WildcardType type) {
        TypeMirror upper = type.getExtendsBound();
        TypeMirror lower = type.getSuperBound();
        if (lower != null) {
            return "? super " + of(lower);
        }
        return upper == null || upper.getKind() == TypeKind.NULL ? "?" : "? extends " + of(upper);
    }
}
