package wirebook.drill;

/** Something was not as the script says. */
final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1;

    Mismatch(String reason) {
        super(reason);
    }
}
