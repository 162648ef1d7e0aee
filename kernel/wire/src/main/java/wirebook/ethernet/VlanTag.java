package wirebook.ethernet;

/**
 * A tag that puts a frame into a virtual network (IEEE 802.1Q).
 *
 * @param etherType the number that announces the tag: 0x8100, or 0x88a8 for a provider's tag around another
 * @param priority 0 to 7
 * @param dropEligible whether the frame may be dropped first
 * @param id the virtual network, 0 to 4,095
 */
public record VlanTag(int etherType, int priority, boolean dropEligible, int id) {
    static final int CUSTOMER = 0x8100;
    static final int PROVIDER = 0x88a8;
    static final int LENGTH = 4;

    /** Checks the ranges. */
    public VlanTag {
        EthernetHeader.PCP.check(priority);
        EthernetHeader.VID.check(id);
        if (etherType != CUSTOMER && etherType != PROVIDER) {
            throw new IllegalArgumentException("a VLAN tag has EtherType 0x8100 or 0x88a8 (IEEE 802.1Q, 9)");
        }
    }

    /** The usual tag of a virtual network. */
    public static VlanTag of(int id) {
        return new VlanTag(CUSTOMER, 0, false, id);
    }

    @Override
    public String toString() {
        return "vlan " + id + (priority > 0 ? " priority " + priority : "");
    }
}
