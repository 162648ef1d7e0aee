package wirebook.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wirebook.ForAll.forAll;

import java.util.Random;
import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;

class FieldTest {
    private static final Field PORT = new Field("Destination Port", 16, 16, Format.DECIMAL, "");

    private record Case(Field field, long value) {
        static Case any(Random random) {
            int bits = 1 + random.nextInt(56);
            Field field = new Field("any", random.nextInt(64), bits, Format.DECIMAL, "");
            return new Case(field, random.nextLong() & field.max());
        }
    }

    @Test
    void aPortOf80000DoesNotFit() {
        assertThatThrownBy(() -> PORT.check(80_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Destination Port 80000 does not fit in 16 bits (0 to 65535)");
        assertThatThrownBy(() -> PORT.check(-1)).hasMessageContaining("-1 does not fit");
        assertThat(PORT.check(65_535)).isEqualTo(65_535);
    }

    @Test
    void aFieldLiesWhereItsOffsetSays() {
        byte[] header = new byte[4];
        PORT.put(header, 0, 80);
        assertThat(Octets.of(header).hex()).isEqualTo("00000050");
        Field version = new Field("Version", 0, 4, Format.DECIMAL, "");
        assertThat(version.get(Octets.ofHex("45"))).isEqualTo(4);
    }

    @Test
    void whatIsPutIsGot() {
        forAll(Case::any, it -> {
            byte[] header = new byte[17];
            it.field.put(header, 1, it.value);
            assertThat(it.field.get(Octets.wrap(header).from(1))).isEqualTo(it.value);
        });
    }

    @Test
    void putTouchesNoOtherBit() {
        forAll(Case::any, it -> {
            byte[] header = new byte[16];
            it.field.put(header, 0, it.field.max());
            int set = 0;
            for (byte octet : header) {
                set += Integer.bitCount(octet & 0xff);
            }
            assertThat(set).isEqualTo(it.field.bits());
        });
    }

    @Test
    void formatsWriteAsTheirRfcsDo() {
        assertThat(Format.HEX.show(0xbeef, 16)).isEqualTo("0xbeef");
        assertThat(Format.BITS.show(5, 4)).isEqualTo("0101");
        assertThat(Format.IPV4.show(0xc000020aL, 32)).isEqualTo("192.0.2.10");
        assertThat(Format.MAC.show(0x02005e100001L, 48)).isEqualTo("02:00:5e:10:00:01");
        assertThat(Format.IPV6.show(Octets.ofHex("20010db8000000000000000000000001")))
                .isEqualTo("2001:db8::1");
    }
}
