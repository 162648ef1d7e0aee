package wirebook.net;

import wirebook.bytes.Octets;

/** Who is at the end of a line. */
@FunctionalInterface
interface Node {
    /** A packet arrives: its octets as the line delivers them, and the number of its flight. */
    void arrive(Octets octets, int flight);
}
