package wirebook.jupyter.interpreter;

/** The front end that sent this cell answers no questions, so none is asked. */
public final class InputRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputRefused(String message) {
        super(message);
    }
}
