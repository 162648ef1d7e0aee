package wirebook.field;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import wirebook.bytes.Octets;

/**
 * The table of one header: its fixed fields in wire order. Decoding, encoding, the views and the errors read it.
 *
 * @param name the protocol's name
 * @param rfc the RFC and section that lay the header out
 * @param fields the fields, each behind the one before it
 */
public record Header(String name, String rfc, List<Field> fields) {
    /** The header that has these rows. */
    public static Header of(String name, String rfc, Row... rows) {
        List<Field> fields = new ArrayList<>();
        int offset = 0;
        for (Row row : rows) {
            fields.add(new Field(row.name, offset, row.bits, row.format, row.meaning));
            offset += row.bits;
        }
        return new Header(name, rfc, List.copyOf(fields));
    }

    /** A row whose value is a number. */
    public static Row row(String name, int bits, String meaning) {
        return new Row(name, bits, Format.DECIMAL, meaning);
    }

    /** A row whose value is written as {@code format} says. */
    public static Row row(String name, int bits, Format format, String meaning) {
        return new Row(name, bits, format, meaning);
    }

    /**
     * The field of this name.
     *
     * @throws IllegalArgumentException where the header has none, with the names that it has
     */
    public Field field(String fieldName) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(fieldName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the " + name + " header has no field " + fieldName
                        + "; it has "
                        + String.join(", ", fields.stream().map(Field::name).toList())));
    }

    /** The length of the fixed fields in octets. */
    public int length() {
        Field last = fields.getLast();
        return (last.offset() + last.bits()) / 8;
    }

    /**
     * Every field of the header at {@code at} octets as a part.
     *
     * @param octets all octets of the layer, from the header's first
     * @param at where the header starts in the whole that is shown, in octets
     * @param more what the protocol knows beyond the table: a mark, a reading of the value, parts of its own
     */
    public List<Part> parts(Octets octets, int at, UnaryOperator<Part> more) {
        List<Part> parts = new ArrayList<>();
        for (Field field : fields) {
            String value = field.text(octets);
            parts.add(more.apply(Part.of(field.name(), at * 8 + field.offset(), field.bits(), value, field.meaning())));
        }
        return parts;
    }

    /** A field before it has found its place. */
    public record Row(String name, int bits, Format format, String meaning) {}
}
