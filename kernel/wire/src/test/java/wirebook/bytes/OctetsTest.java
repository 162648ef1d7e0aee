package wirebook.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OctetsTest {
    @Test
    void hexadecimalDigitsMayBeGroupedAsDumpsGroupThem() {
        assertThat(Octets.ofHex("0x45 00:00\n34")).isEqualTo(Octets.of((byte) 0x45, (byte) 0, (byte) 0, (byte) 0x34));
    }

    @Test
    void whatIsNoDigitIsNamed() {
        assertThatThrownBy(() -> Octets.ofHex("45 0g")).hasMessage("\"g\" is no hexadecimal digit (0 to 9, a to f)");
        assertThatThrownBy(() -> Octets.ofHex("450")).hasMessageContaining("leave half an octet");
    }

    @Test
    void aSliceSharesTheOctetsAndComparesByThem() {
        Octets all = Octets.ofText("GET / HTTP/1.1");

        assertThat(all.slice(4, 5)).isEqualTo(Octets.ofText("/")).hasSameHashCodeAs(Octets.ofText("/"));
        assertThat(all.from(6).text()).isEqualTo("HTTP/1.1");
        assertThatThrownBy(() -> all.slice(10, 15)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void nobodyCanChangeThemAfterwards() {
        byte[] array = {1, 2, 3};
        Octets octets = Octets.of(array);
        array[0] = 9;
        octets.toArray()[1] = 9;

        assertThat(octets).isEqualTo(Octets.of((byte) 1, (byte) 2, (byte) 3));
    }

    @Test
    void numbersAreInNetworkByteOrder() {
        Octets octets = Octets.ofHex("ff fe 00 01");

        assertThat(octets.at(0)).isEqualTo(255);
        assertThat(octets.u16(0)).isEqualTo(0xfffe);
        assertThat(octets.u32(0)).isEqualTo(0xfffe0001L);
    }

    @Test
    void theChecksumOfThePartsIsTheChecksumOfTheWhole() {
        Octets first = Octets.ofHex("00 01 f2 03");
        Octets second = Octets.ofHex("f4 f5 f6 f7");

        // RFC 1071, 3: the sum of these octets is ddf2.
        assertThat(Checksum.of(Octets.join(List.of(first, second)))).isEqualTo(~0xddf2 & 0xffff);
        assertThat(Checksum.fold(second.sum(first.sum(0)))).isEqualTo(~0xddf2 & 0xffff);
    }

    @Test
    void anOddOctetCountsAsTheHighOneOfAWord() {
        assertThat(Checksum.of(Octets.ofHex("01"))).isEqualTo(Checksum.of(Octets.ofHex("01 00")));
    }

    @Test
    void aBitThatIsFlippedTwiceIsWhatItWas() {
        assertThat(Octets.ofHex("45").flip(2)).isEqualTo(Octets.ofHex("65"));
        assertThat(Octets.ofHex("0001").flip(15).flip(15)).isEqualTo(Octets.ofHex("0001"));
    }
}
