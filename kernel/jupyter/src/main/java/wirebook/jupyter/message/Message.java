package wirebook.jupyter.message;

import java.util.List;
import java.util.Map;

/**
 * One message, in or out.
 *
 * @param identities the routing frames in front of it; on IOPub, its topic
 * @param parent the header of the message that this one answers, or {@link Header#NONE}
 * @param buffers binary frames behind it
 */
public record Message(
        List<byte[]> identities, Header header, Header parent, Dict metadata, Dict content, List<byte[]> buffers) {
    /** What kind of message it is. */
    public String type() {
        return header.type();
    }

    /** A message without buffers. */
    static Message of(
            List<byte[]> identities,
            Header header,
            Header parent,
            Map<String, Object> metadata,
            Map<String, Object> content) {
        return new Message(identities, header, parent, new Dict(metadata), new Dict(content), List.of());
    }
}
