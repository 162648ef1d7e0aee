package wirebook.ip;

/**
 * Something that carries an IP packet, such as a frame: what stands behind {@code packet.over(…)}.
 *
 * @param <F> what the two together are
 */
@FunctionalInterface
public interface PacketCarrier<F> {
    /** This with {@code packet} in it. */
    F carry(IpPacket packet);
}
