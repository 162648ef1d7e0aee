package wirebook.pcap;

import java.math.BigInteger;
import java.time.Duration;
import wirebook.bytes.Octets;
import wirebook.pcap.Block.InterfaceDescription;

/**
 * How an interface of a pcapng file writes times (draft-ietf-opsawg-pcapng, 4.2: {@code if_tsresol}, {@code if_tsoffset}).
 *
 * @param unitsPerSecond how many units a second has: a power of ten or of two
 * @param offset seconds to add
 */
record Clock(BigInteger unitsPerSecond, long offset) {
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);
    private static final BigInteger LATEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger MICROS = BigInteger.valueOf(1_000_000);

    static Clock of(InterfaceDescription description, java.nio.ByteOrder order) {
        BigInteger units = MICROS;
        long offset = 0;
        for (BlockOption option : description.options()) {
            if (option.code() == BlockOption.RESOLUTION && option.value().length() == 1) {
                units = units(option.value().at(0));
            } else if (option.code() == BlockOption.OFFSET && option.value().length() == 8) {
                offset = new Cursor(option.value(), 0, order, "").i64();
            }
        }
        return new Clock(units, offset);
    }

    /** The highest bit says whether the rest is a power of two or of ten. */
    private static BigInteger units(int resolution) {
        return (resolution < 128 ? BigInteger.TEN : BigInteger.TWO).pow(resolution & 127);
    }

    /** The option that says nanoseconds. */
    static BlockOption nanoseconds() {
        return new BlockOption(BlockOption.RESOLUTION, Octets.of((byte) 9));
    }

    /**
     * The time of a timestamp, in full nanoseconds. A time that 64 bits of nanoseconds cannot tell, before 1970 or after 2262,
     * is the nearest that they can.
     */
    Duration time(long timestamp) {
        if (timestamp >= 0 && offset == 0 && unitsPerSecond.equals(NANOS)) {
            return Duration.ofNanos(timestamp);
        }
        BigInteger unsigned = new BigInteger(Long.toUnsignedString(timestamp));
        BigInteger nanos = unsigned.multiply(NANOS)
                .divide(unitsPerSecond)
                .add(BigInteger.valueOf(offset).multiply(NANOS));
        return Duration.ofNanos(nanos.max(BigInteger.ZERO).min(LATEST).longValue());
    }
}
