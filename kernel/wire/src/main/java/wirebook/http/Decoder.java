package wirebook.http;

import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;

/** Reads octets that are one message and nothing else. */
final class Decoder {
    private Decoder() {}

    static HttpRequest request(Octets octets) {
        return (HttpRequest) message(HttpReader.requests(), octets);
    }

    static HttpResponse response(Octets octets, Method method) {
        HttpReader reader = HttpReader.responses();
        reader.expect(method);
        return (HttpResponse) message(reader, octets);
    }

    private static HttpMessage message(HttpReader reader, Octets octets) {
        Assembler assembler = new Assembler();
        List<HttpEvent> events = new ArrayList<>(reader.receive(octets));
        events.addAll(reader.end());
        for (HttpEvent event : events) {
            if (event instanceof HttpEvent.Refused refused) {
                throw refused.fault();
            }
            var message = assembler.accept(event);
            if (message.isPresent() && event instanceof HttpEvent.End end) {
                return alone(message.get(), end.where(), octets.length());
            }
        }
        throw new Malformed("there is no message", octets.length(), HttpRule.INCOMPLETE.rfc());
    }

    private static HttpMessage alone(HttpMessage message, int end, int length) {
        if (end < length) {
            throw new Malformed((length - end) + " octets follow the end of the message", end, "RFC 9112, 6.3");
        }
        return message;
    }
}
