package wirebook.tcp;

import java.util.List;
import wirebook.bytes.Octets;

/** An option of the TCP header (RFC 9293, 3.1 and 3.2; the kinds after IANA's registry). */
public sealed interface TcpOption {
    /** The first octet: which option it is, 0 to 255. */
    int kind();

    /** Its length on the wire in octets, kind and length octets included. */
    int length();

    /** Its octets. */
    Octets bytes();

    /** Its name in the RFC. */
    String name();

    /** Its values as text; empty where it has none. */
    String value();

    /**
     * End of Option List: what follows is padding (RFC 9293, 3.2).
     *
     * @param rest the octets behind it where they are not the zeros that padding should be; mostly none
     */
    record EndOfList(Octets rest) implements TcpOption {
        /** An end with nothing but zeros behind it. */
        public EndOfList() {
            this(Octets.EMPTY);
        }

        @Override
        public int kind() {
            return 0;
        }

        @Override
        public int length() {
            return 1 + rest.length();
        }

        @Override
        public Octets bytes() {
            return Octets.of((byte) 0).plus(rest);
        }

        @Override
        public String name() {
            return "End of Option List";
        }

        @Override
        public String value() {
            return rest.isEmpty() ? "" : "0x" + rest.hex();
        }
    }

    /** No-Operation: brings the next option to a boundary of words (RFC 9293, 3.2). */
    record NoOperation() implements TcpOption {
        private static final Octets OCTETS = Octets.of((byte) 1);

        @Override
        public int kind() {
            return 1;
        }

        @Override
        public int length() {
            return 1;
        }

        @Override
        public Octets bytes() {
            return OCTETS;
        }

        @Override
        public String name() {
            return "No-Operation";
        }

        @Override
        public String value() {
            return "";
        }
    }

    /**
     * Maximum Segment Size, in a SYN alone (RFC 9293, 3.7.1).
     *
     * @param mss the most data octets that the sender of this option takes in one segment, 0 to 65,535
     */
    record MaximumSegmentSize(int mss) implements TcpOption {
        /** Checks the range. */
        public MaximumSegmentSize {
            OptionCodec.MSS.check(mss);
        }

        @Override
        public int kind() {
            return 2;
        }

        @Override
        public int length() {
            return 4;
        }

        @Override
        public Octets bytes() {
            return Octets.of((byte) 2, (byte) 4, (byte) (mss >>> 8), (byte) mss);
        }

        @Override
        public String name() {
            return "Maximum Segment Size";
        }

        @Override
        public String value() {
            return Integer.toString(mss);
        }
    }

    /**
     * Window Scale, in a SYN alone (RFC 7323, 2).
     *
     * @param shift by how many bits the sender's windows are shifted, 0 to 255; more than 14 counts as 14
     */
    record WindowScale(int shift) implements TcpOption {
        /** Checks the range. */
        public WindowScale {
            OptionCodec.SHIFT.check(shift);
        }

        @Override
        public int kind() {
            return 3;
        }

        @Override
        public int length() {
            return 3;
        }

        @Override
        public Octets bytes() {
            return Octets.of((byte) 3, (byte) 3, (byte) shift);
        }

        @Override
        public String name() {
            return "Window Scale";
        }

        @Override
        public String value() {
            return Integer.toString(shift);
        }
    }

    /** SACK-Permitted, in a SYN alone (RFC 2018, 2). */
    record SackPermitted() implements TcpOption {
        @Override
        public int kind() {
            return 4;
        }

        @Override
        public int length() {
            return 2;
        }

        @Override
        public Octets bytes() {
            return Octets.of((byte) 4, (byte) 2);
        }

        @Override
        public String name() {
            return "SACK Permitted";
        }

        @Override
        public String value() {
            return "";
        }
    }

    /**
     * Selective acknowledgment: what has arrived beyond the Acknowledgment Number (RFC 2018, 3).
     *
     * @param blocks the blocks, the most recent first; 1 to 4
     */
    record Sack(List<SackBlock> blocks) implements TcpOption {
        /** Checks the number of blocks. */
        public Sack {
            blocks = List.copyOf(blocks);
            if (blocks.isEmpty() || blocks.size() > 4) {
                throw new IllegalArgumentException(
                        "a SACK option has 1 to 4 blocks (RFC 2018, 3), not " + blocks.size());
            }
        }

        @Override
        public int kind() {
            return 5;
        }

        @Override
        public int length() {
            return 2 + 8 * blocks.size();
        }

        @Override
        public Octets bytes() {
            byte[] target = new byte[length()];
            target[0] = 5;
            target[1] = (byte) length();
            for (int i = 0; i < blocks.size(); i++) {
                OptionCodec.LEFT_EDGE.put(target, 8 * i, blocks.get(i).left());
                OptionCodec.RIGHT_EDGE.put(target, 8 * i, blocks.get(i).right());
            }
            return Octets.wrap(target);
        }

        @Override
        public String name() {
            return "SACK";
        }

        @Override
        public String value() {
            return String.join(" ", blocks.stream().map(SackBlock::toString).toList());
        }
    }

    /**
     * Timestamps (RFC 7323, 3).
     *
     * @param tsval TSval: the sender's clock, 0 to 4,294,967,295
     * @param tsecr TSecr: the clock value that is echoed, 0 to 4,294,967,295
     */
    record Timestamps(long tsval, long tsecr) implements TcpOption {
        /** Checks the ranges. */
        public Timestamps {
            OptionCodec.TSVAL.check(tsval);
            OptionCodec.TSECR.check(tsecr);
        }

        @Override
        public int kind() {
            return 8;
        }

        @Override
        public int length() {
            return 10;
        }

        @Override
        public Octets bytes() {
            byte[] target = new byte[10];
            target[0] = 8;
            target[1] = 10;
            OptionCodec.TSVAL.put(target, 0, tsval);
            OptionCodec.TSECR.put(target, 0, tsecr);
            return Octets.wrap(target);
        }

        @Override
        public String name() {
            return "Timestamps";
        }

        @Override
        public String value() {
            return "TSval " + tsval + " TSecr " + tsecr;
        }
    }

    /**
     * An option that is carried and not read.
     *
     * @param kind 0 to 255
     * @param data what follows the length octet
     */
    record Unknown(int kind, Octets data) implements TcpOption {
        @Override
        public int length() {
            return 2 + data.length();
        }

        @Override
        public Octets bytes() {
            return Octets.of((byte) kind, (byte) length()).plus(data);
        }

        @Override
        public String name() {
            return "Kind " + kind;
        }

        @Override
        public String value() {
            return data.isEmpty() ? "" : "0x" + data.hex();
        }
    }
}
