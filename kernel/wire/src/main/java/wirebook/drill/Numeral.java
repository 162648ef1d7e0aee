package wirebook.drill;

/** A number in a script. */
final class Numeral {
    private Numeral() {}

    /**
     * The number, decimal or hexadecimal; brackets around it do not count.
     *
     * @throws IllegalArgumentException for what is none, with the text
     */
    static int of(String text) {
        String digits = text.replaceAll("[\\[\\]\\s]", "");
        try {
            return Integer.decode(digits.replaceFirst("^(-?)0+(?=\\d)", "$1"));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + digits + "\" is no number of 32 bits", e);
        }
    }

    /**
     * A decimal number of more bits.
     *
     * @throws IllegalArgumentException for what is none, with the text
     */
    static long wide(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no number", e);
        }
    }
}
