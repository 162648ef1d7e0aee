package wirebook.pcap;

import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Octets;

/**
 * An option of a pcapng block: a comment, a name, a resolution (draft-ietf-opsawg-pcapng, 3.5).
 *
 * @param code which option it is; the meaning depends on the block; 0 to 65,535
 * @param value its octets without padding, at most 65,535
 */
public record BlockOption(int code, Octets value) {
    /** {@code opt_comment}: text for people; it may stand in any block, and more than once. */
    public static final int COMMENT = 1;

    /** {@code if_tsresol}: the resolution of an interface's times. */
    public static final int RESOLUTION = 9;

    /** {@code if_tsoffset}: seconds to add to an interface's times. */
    public static final int OFFSET = 14;

    private static final int END = 0;

    /** The options up to {@code opt_endofopt} or the end of the block. */
    static List<BlockOption> decode(Cursor cursor) {
        List<BlockOption> options = new ArrayList<>();
        while (cursor.left() > 0) {
            int code = cursor.u16();
            int length = cursor.u16();
            if (code == END) {
                break;
            }
            options.add(new BlockOption(code, cursor.padded(length)));
        }
        return List.copyOf(options);
    }

    static void encode(List<BlockOption> options, Sink sink) {
        for (BlockOption option : options) {
            sink.u16(option.code).u16(option.value.length()).padded(option.value);
        }
        if (!options.isEmpty()) {
            sink.u16(END).u16(0);
        }
    }

    /** The value as text. */
    public String text() {
        return value.text();
    }

    @Override
    public String toString() {
        return code + ": 0x" + value.hex();
    }
}
