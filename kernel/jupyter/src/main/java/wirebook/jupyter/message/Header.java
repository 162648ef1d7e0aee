package wirebook.jupyter.message;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Map;

/** A message's header: who says what to whom. Keeps the JSON it came as, so that an answer can carry it back unchanged. */
public final class Header {
    /** The header of no message: the parent of what answers nothing. */
    public static final Header NONE = new Header("", "", "{}".getBytes(US_ASCII));

    private final String id;
    private final String type;
    private final byte[] json;

    private Header(String id, String type, byte[] json) {
        this.id = id;
        this.type = type;
        this.json = json;
    }

    /** A new header. {@code date} in ISO 8601. */
    static Header of(String id, String session, String date, String type) {
        Map<String, Object> members = Map.of(
                "msg_id",
                id,
                "session",
                session,
                "username",
                "kernel",
                "date",
                date,
                "msg_type",
                type,
                "version",
                Protocol.VERSION);
        return new Header(id, type, Json.utf8(members));
    }

    /**
     * The header that {@code json} holds. Keys that we do not know are kept.
     *
     * @throws BadMessage if it is no JSON object, or has no {@code msg_id} or {@code msg_type}
     */
    static Header decode(byte[] json) throws BadMessage {
        Dict members = Codec.dict(json);
        return new Header(members.text("msg_id"), members.text("msg_type"), json);
    }

    /** The header in the place of a parent: nothing is required of it, since it is the sender's affair. */
    static Header decodeParent(byte[] json) throws BadMessage {
        Dict members = Codec.dict(json);
        return new Header(
                members.optionalText("msg_id").orElse(""),
                members.optionalText("msg_type").orElse(""),
                json);
    }

    /** {@code msg_id}. */
    public String id() {
        return id;
    }

    /** {@code msg_type}. */
    public String type() {
        return type;
    }

    /** The header as JSON, octet for octet as it was made or received. */
    byte[] json() {
        return json;
    }
}
