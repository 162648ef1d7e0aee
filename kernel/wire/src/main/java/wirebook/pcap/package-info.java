/**
 * Floor 5: captures. Reads and writes pcap (draft-ietf-opsawg-pcap) and pcapng (draft-ietf-opsawg-pcapng), follows the
 * connections in a capture and tells what they show.
 *
 * <p>Must not know how a capture is drawn, or the simulator. The grammar:
 *
 * <pre>
 * Capture = Frame*  fault?            what both kinds of file hold
 * Frame   = time linkType octets originalLength
 * Pcap    = order resolution snapLength linkType Frame*
 * Pcapng  = Block*                    sections, interfaces, packets, names, statistics
 * </pre>
 */
@NullMarked
package wirebook.pcap;

import org.jspecify.annotations.NullMarked;
