package wirebook.jupyter.message;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Frames to messages and back (Jupyter messaging, "The wire protocol"), signed and checked. May be used by any thread. */
public final class Codec {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(US_ASCII);
    private static final int DICTS = 4;

    private final Signature signature;
    private final Seen seen = new Seen();

    public Codec(Signature signature) {
        this.signature = signature;
    }

    /** The frames of {@code message}. */
    public List<byte[]> encode(Message message) {
        List<byte[]> dicts = List.of(
                message.header().json(),
                message.parent().json(),
                Json.utf8(message.metadata().members()),
                Json.utf8(message.content().members()));
        List<byte[]> frames = new ArrayList<>(message.identities());
        frames.add(DELIMITER);
        frames.add(signature.sign(dicts));
        frames.addAll(dicts);
        frames.addAll(message.buffers());
        return frames;
    }

    /**
     * The message in {@code frames}.
     *
     * @throws BadMessage if frames are missing, the signature is wrong or was seen before, or a dictionary is none
     */
    public Message decode(List<byte[]> frames) throws BadMessage {
        int delimiter = delimiter(frames);
        int first = delimiter + 2;
        if (frames.size() < first + DICTS) {
            throw new BadMessage("frames are missing behind the delimiter");
        }
        List<byte[]> dicts = frames.subList(first, first + DICTS);
        check(frames.get(delimiter + 1), dicts);
        return new Message(
                List.copyOf(frames.subList(0, delimiter)),
                Header.decode(dicts.get(0)),
                Header.decodeParent(dicts.get(1)),
                dict(dicts.get(2)),
                dict(dicts.get(3)),
                List.copyOf(frames.subList(first + DICTS, frames.size())));
    }

    private static int delimiter(List<byte[]> frames) throws BadMessage {
        for (int i = 0; i < frames.size(); i++) {
            if (Arrays.equals(frames.get(i), DELIMITER)) {
                return i;
            }
        }
        throw new BadMessage("no delimiter <IDS|MSG>");
    }

    private void check(byte[] signed, List<byte[]> dicts) throws BadMessage {
        if (!signature.verifies(signed, dicts)) {
            throw new BadMessage("wrong signature");
        }
        if (signature.keyed() && !seen.first(signed)) {
            throw new BadMessage("a signature seen before");
        }
    }

    static Dict dict(byte[] json) throws BadMessage {
        try {
            return new Dict(Json.object(json));
        } catch (IOException malformed) {
            throw new BadMessage("malformed JSON");
        }
    }
}
