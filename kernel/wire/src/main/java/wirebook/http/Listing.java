package wirebook.http;

import java.util.List;
import java.util.stream.Stream;
import wirebook.bytes.Octets;
import wirebook.field.Part;
import wirebook.field.Table;
import wirebook.field.Text;

/** A message as a listing: a line of the table for each line of the message, with the octets it occupies. */
final class Listing {
    private static final int PREVIEW = 60;

    private Listing() {}

    static Table of(HttpMessage message) {
        Layout layout = Layout.of(message);
        Octets octets = layout.octets();
        return new Table(
                List.of("octets", "part", "text"),
                layout.part(message).parts().stream()
                        .flatMap(Listing::lines)
                        .map(part -> row(part, octets))
                        .toList());
    }

    /** The parts that have a row each: a section is shown by what it is made of, a line is not taken apart. */
    private static Stream<Part> lines(Part part) {
        return switch (part.name()) {
            case "header section", "chunked body", "trailer section" ->
                part.parts().stream().flatMap(Listing::lines);
            default -> Stream.of(part);
        };
    }

    private static List<String> row(Part part, Octets octets) {
        String place = part.firstOctet() + "–" + (part.endOctet() - 1);
        String text = Text.preview(octets.slice(part.firstOctet(), part.endOctet()), PREVIEW);
        return List.of(place, part.name(), part.mark().isEmpty() ? text : text + "  (" + part.mark() + ")");
    }
}
