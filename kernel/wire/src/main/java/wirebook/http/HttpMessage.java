package wirebook.http;

import java.util.List;
import wirebook.bytes.Carrier;
import wirebook.bytes.Octets;
import wirebook.field.Layer;
import wirebook.field.Part;
import wirebook.field.Table;
import wirebook.field.Text;

/**
 * A message of HTTP/1: a start-line, a header section and perhaps a body (RFC 9112, 2.1).
 *
 * <p>The fields that follow from the message, such as {@code Content-Length}, are derived until somebody sets them.
 */
public sealed interface HttpMessage extends Layer permits HttpRequest, HttpResponse {
    /** The version in which the sender writes. */
    Version version();

    /** The field lines that somebody has set. */
    Fields fields();

    /** What follows the header section. */
    Body body();

    /** The first line, without its line break. */
    String startLine();

    /** The field lines as they go on the wire: those that were set and those that follow from the message. */
    default Fields section() {
        return Derived.section(this);
    }

    /** The content of the body, freed of its framing. */
    default Octets content() {
        return body().content();
    }

    /** The octets on the wire: what {@link #bytes()} says, by the verb of all formats. */
    default Octets encode() {
        return bytes();
    }

    @Override
    default Octets bytes() {
        return Layout.of(this).octets();
    }

    /** Where each octet lies, without gaps: start-line, header section, empty line and body, and what they are made of. */
    @Override
    default Part layout() {
        return Layout.of(this).part(this);
    }

    /** The octets as another layer sends them: {@code get.over(tcp(49152, 80))}. */
    default <R> R over(Carrier<R> carrier) {
        return bytes().over(carrier);
    }

    /** The derivable fields that are set to something else than what they should be. */
    default List<Pinned> pinned() {
        return Derived.pinned(this);
    }

    /** The message line by line, with the octets that each line occupies. */
    default Table table() {
        return Listing.of(this);
    }

    /** What it is and how long: {@code HTTP request, 82 octets: 32 of start-line, 50 of header section, 0 of body}. */
    default String title() {
        int whole = bytes().length();
        int start = startLine().length() + 2;
        int head = layout().parts().stream()
                .filter(part -> part.name().equals("empty line"))
                .findFirst()
                .orElseThrow()
                .endOctet();
        return layout().name() + ", " + Text.count(whole, "octet") + ": " + start + " of start-line, " + (head - start)
                + " of header section, " + (whole - head) + " of body";
    }

    /** The message on one line. */
    @Override
    default String line() {
        return Text.visible(startLine()) + " (" + Text.count(section().lines().size(), "field") + ", "
                + Text.count(content().length(), "octet") + " of content)";
    }

    /**
     * A derivable field whose value was set by hand and is not what follows from the message.
     *
     * @param line the line as it is sent
     * @param shouldBe the value that follows from the message
     */
    record Pinned(FieldLine line, String shouldBe) {}
}
