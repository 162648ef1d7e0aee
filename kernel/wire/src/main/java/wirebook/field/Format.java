package wirebook.field;

import wirebook.bytes.Octets;

/** How the value of a field is written. */
public enum Format {
    /** A number. */
    DECIMAL {
        @Override
        public String show(long value, int bits) {
            return Long.toUnsignedString(value);
        }
    },
    /** As many hexadecimal digits as the field has room for, {@code 0x} in front. */
    HEX {
        @Override
        public String show(long value, int bits) {
            String digits = Long.toHexString(value);
            return "0x" + "0".repeat(Math.max(0, (bits + 3) / 4 - digits.length())) + digits;
        }
    },
    /** As many binary digits as the field has bits. */
    BITS {
        @Override
        public String show(long value, int bits) {
            String digits = Long.toBinaryString(value);
            return "0".repeat(Math.max(0, bits - digits.length())) + digits;
        }
    },
    /** An IPv4 address in dotted decimal. */
    IPV4 {
        @Override
        public String show(long value, int bits) {
            return (value >>> 24 & 255) + "." + (value >>> 16 & 255) + "." + (value >>> 8 & 255) + "." + (value & 255);
        }
    },
    /** An IPv6 address as RFC 5952 writes it; the field has 128 bits. */
    IPV6 {
        @Override
        public String show(long value, int bits) {
            return HEX.show(value, bits);
        }

        @Override
        public String show(Octets value) {
            return Ipv6Text.of(value);
        }
    },
    /** A hardware address: octets in hexadecimal with colons between. */
    MAC {
        @Override
        public String show(long value, int bits) {
            return HEX.show(value, bits).substring(2).replaceAll("..(?!$)", "$0:");
        }
    };

    /** The text of {@code value} in a field of {@code bits} bits, at most 64. */
    public abstract String show(long value, int bits);

    /** The text of a value of more than 64 bits. */
    public String show(Octets value) {
        return "0x" + value.hex();
    }
}
