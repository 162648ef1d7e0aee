package wirebook.field;

import wirebook.bytes.Octets;

/** A value that has octets and a layout: a message, a segment, a packet, a frame. */
public interface Layer extends Shown {
    /** The octets on the wire. */
    Octets bytes();

    /** The layout of {@link #bytes()}: every octet with its field, from the outermost header to the data. */
    Part layout();

    /** The value on one line. */
    String line();

    /** The header boxes of the RFCs with the values in the fields. */
    default Diagram diagram() {
        return new Diagram(layout());
    }

    /** The fields as a tree, each with its octets and its value. */
    default Tree tree() {
        return new Tree(layout());
    }

    /** The octets in hexadecimal, sixteen a row, beside the names of their fields. */
    default Hexdump hexdump() {
        return new Hexdump(layout(), bytes());
    }
}
