package wirebook.http.exchange;

/**
 * A yes or a no with its cause.
 *
 * @param yes the answer
 * @param because why, with the section of the RFC
 */
public record Decision(boolean yes, String because) {
    static Decision yes(String because) {
        return new Decision(true, because);
    }

    static Decision no(String because) {
        return new Decision(false, because);
    }

    @Override
    public String toString() {
        return (yes ? "yes: " : "no: ") + because;
    }
}
