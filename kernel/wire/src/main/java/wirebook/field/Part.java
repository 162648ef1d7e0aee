package wirebook.field;

import java.util.List;

/**
 * A stretch of octets that has a name: a layer, a header, a field, an option, a line of text. The views draw parts.
 *
 * @param name what it is called
 * @param offset where it begins, in bits from the first octet of what is shown
 * @param bits its length in bits
 * @param value its value as text; empty for a part that only holds others
 * @param meaning what it says, in a sentence; may be empty
 * @param mark what is wrong with its value; empty where nothing is: {@code "pinned, should be 0x4e62"}
 * @param parts what it is made of, in wire order
 */
public record Part(String name, int offset, int bits, String value, String meaning, String mark, List<Part> parts)
        implements Shown {
    /** A part that is made of no others. */
    public static Part of(String name, int offset, int bits, String value, String meaning) {
        return new Part(name, offset, bits, value, meaning, "", List.of());
    }

    /** A part that holds others. */
    public static Part of(String name, int offset, int bits, String meaning, List<Part> parts) {
        return new Part(name, offset, bits, "", meaning, "", List.copyOf(parts));
    }

    /** This part under another name. */
    public Part name(String newName) {
        return new Part(newName, offset, bits, value, meaning, mark, parts);
    }

    /** This part with another value. */
    public Part value(String newValue) {
        return new Part(name, offset, bits, newValue, meaning, mark, parts);
    }

    /** This part with a mark. */
    public Part mark(String newMark) {
        return new Part(name, offset, bits, value, meaning, newMark, parts);
    }

    /** This part, made of {@code newParts}. */
    public Part parts(List<Part> newParts) {
        return new Part(name, offset, bits, value, meaning, mark, List.copyOf(newParts));
    }

    /** This part under another name. */
    public Part named(String newName) {
        return new Part(newName, offset, bits, value, meaning, mark, parts);
    }

    /** This part and all in it, {@code octets} further behind: what a layer around it shows. */
    public Part shifted(int octets) {
        List<Part> moved = parts.stream().map(part -> part.shifted(octets)).toList();
        return new Part(name, offset + octets * 8, bits, value, meaning, mark, moved);
    }

    /** The first octet that it touches. */
    public int firstOctet() {
        return offset / 8;
    }

    /** The octet behind the last that it touches. */
    public int endOctet() {
        return (offset + bits + 7) / 8;
    }
}
