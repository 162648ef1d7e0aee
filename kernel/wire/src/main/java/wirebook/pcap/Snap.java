package wirebook.pcap;

import wirebook.bytes.Octets;

/** The snap length: how much of a frame a capture keeps. */
final class Snap {
    private Snap() {}

    /** The first octets, at most {@code length}; zero means no limit. */
    static Octets cut(Octets octets, long length) {
        return length == 0 || octets.length() <= length ? octets : octets.slice(0, (int) length);
    }
}
