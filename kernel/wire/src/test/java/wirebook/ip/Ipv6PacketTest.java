package wirebook.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wirebook.ForAll.forAll;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wirebook.ForAll;
import wirebook.bytes.Octets;

class Ipv6PacketTest {
    private static final Ipv6Address HERE = Ipv6Address.of("2001:db8::1");
    private static final Ipv6Address THERE = Ipv6Address.of("2001:db8::2");

    /** The examples of RFC 4291, 2.2, and RFC 5952, 4. */
    @ParameterizedTest
    @CsvSource({
        "2001:DB8:0:0:8:800:200C:417A, 2001:db8::8:800:200c:417a",
        "FF01:0:0:0:0:0:0:101, ff01::101",
        "0:0:0:0:0:0:0:1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "2001:0db8::0001, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "::ffff:192.0.2.128, ::ffff:c000:280",
        "fe80::, fe80::"
    })
    void addressesAreWrittenInOneWay(String text, String written) {
        assertThat(Ipv6Address.of(text)).hasToString(written);
        assertThat(Ipv6Address.of(written)).isEqualTo(Ipv6Address.of(text));
    }

    @ParameterizedTest
    @CsvSource({"1::2::3", "1:2:3", "1:2:3:4:5:6:7:8:9", "::12345", "g::", "1:2:3:4:5:6:7::8", "':'"})
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> Ipv6Address.of(text))
                .hasMessage("\"" + text
                        + "\" is not an IPv6 address: eight groups of hexadecimal digits, such as 2001:db8::1");
    }

    @Test
    void anyAddressIsReadAsItIsWritten() {
        forAll(
                random -> new Ipv6Address(sparse(random), sparse(random)),
                address -> assertThat(Ipv6Address.of(address.toString())).isEqualTo(address));
    }

    private static long sparse(Random random) {
        return random.nextLong() & random.nextLong() & random.nextLong();
    }

    private static Ipv6Packet any(Random random) {
        List<ExtensionHeader> extensions = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Octets options = Octets.wrap(new byte[6 + 8 * random.nextInt(3)]);
            extensions.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new ExtensionHeader.HopByHop(options);
                        case 1 -> new ExtensionHeader.DestinationOptions(options);
                        case 2 -> new ExtensionHeader.Routing(4, 1, options.from(2));
                        default -> new ExtensionHeader.Fragment(0, false, random.nextInt(1 << 30));
                    });
        }
        return Ipv6Packet.of(new Ipv6Address(random.nextLong(), random.nextLong()), THERE)
                .trafficClass(random.nextInt(256))
                .flowLabel(random.nextInt(1 << 20))
                .ttl(random.nextInt(256))
                .extensions(extensions)
                .payload(new Opaque(200, Octets.wrap(ForAll.octets(random, 100))));
    }

    @Test
    void whatIsEncodedIsDecodedAgain() {
        forAll(
                Ipv6PacketTest::any,
                packet -> assertThat(Ipv6Packet.decode(packet.bytes(), PayloadDecoder.OPAQUE))
                        .isEqualTo(packet));
    }

    @Test
    void theChecksumCoversAPseudoHeaderOfLongAddresses() {
        IpPacket packet = Ipv6Packet.of(HERE, THERE).payload(IcmpMessage.echo6(1, 2, Octets.ofText("ping")));
        assertThat(packet.bytes().hex())
                .isEqualTo("6000000000" + "0c3a40" + "20010db8000000000000000000000001"
                        + "20010db8000000000000000000000002" + "8000" + "4570" + "00010002" + "70696e67");
        assertThat(packet.intact()).isTrue();
    }
}
