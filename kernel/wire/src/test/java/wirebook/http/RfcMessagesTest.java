package wirebook.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import wirebook.Shared;
import wirebook.bytes.Octets;

/** The messages and fields printed in RFC 9110, 9111 and 9112. */
class RfcMessagesTest {
    @Test
    void everyMessageThatTheRfcsPrintIsRead() {
        List<String> refused = new ArrayList<>();
        int count = 0;
        for (JsonNode each : new ObjectMapper()
                .readTree(Shared.file("oracles/rfc/http-spec-examples.json").toFile())) {
            String fault = fault(each.get("kind").asString(), each.get("text").asString());
            count++;
            if (!fault.isEmpty()) {
                refused.add(each.get("id").asString() + ": " + fault);
            }
        }
        System.out.println("RFC messages: " + (count - refused.size()) + " of " + count);
        assertThat(refused).isEmpty();
    }

    private static String fault(String kind, String text) {
        String wire = withLength(text.replace("\n", "\r\n"));
        return switch (kind) {
            case "request" -> fault(HttpReader.requests(), wire + "\r\n\r\n");
            case "response" -> fault(HttpReader.responses(), wire + (wire.contains("\r\n\r\n") ? "" : "\r\n\r\n"));
            default -> fault(HttpReader.responses(), "HTTP/1.1 200 OK\r\n" + wire + "\r\n\r\n");
        };
    }

    /** The RFC prints the length of the content here; its source, from which the cases are taken, leaves that to a tool. */
    private static String withLength(String wire) {
        int content = wire.indexOf("\r\n\r\n") + 4;
        return wire.replace("Content-Length: \r\n", "Content-Length: " + (wire.length() - content) + "\r\n");
    }

    /** What a strict reader refuses before the end of the header section; the RFCs abbreviate bodies. */
    private static String fault(HttpReader reader, String wire) {
        for (HttpEvent event : reader.receive(Octets.ofText(wire))) {
            if (event instanceof HttpEvent.Head) {
                return "";
            }
            if (event instanceof HttpEvent.Refused refused) {
                return refused.fault().getMessage();
            }
        }
        return "no header section";
    }
}
