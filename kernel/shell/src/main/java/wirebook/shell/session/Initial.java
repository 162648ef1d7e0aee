package wirebook.shell.session;

/** The value that a variable of a type has before it is given one. */
final class Initial {
    private Initial() {}

    static String of(String type) {
        return switch (type) {
            case "byte", "short", "int", "long", "float", "double" -> "0";
            case "boolean" -> "false";
            case "char" -> "'\\0'";
            default -> "null";
        };
    }
}
