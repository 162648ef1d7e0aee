package wirebook.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wirebook.tcp.profile.Profile;

class DrillTest {
    private static final String HANDSHAKE = """
            0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
            +0 connect(3, ..., ...) = 0
            +0 > S 0:0(0) win 65535 <...>
            +.1 < S. 0:0(0) ack 1 win 32767 <mss 1000>
            +0 > . 1:1(0) ack 1
            """;

    @Test
    void aHandshakePassesAndCountsItsSegments() {
        DrillResult result = Drill.of(HANDSHAKE).run(Profile.newReno());
        assertThat(result).hasToString("passed, 2 segments as expected");
    }

    @Test
    void theLineThatFailsSaysWhatCameInsteadAndWhy() {
        DrillResult result = Drill.of(HANDSHAKE.replace("ack 1\n", "ack 2\n")).run(Profile.newReno());
        assertThat(result.toString())
                .startsWith("failed at line 5: +0 > . 1:1(0) ack 2")
                .contains("sent was . 1:1(0) ack 1 win 65535")
                .contains("acknowledgment number 1, not 2")
                .contains("the SYN that arrived acknowledges ours (RFC 9293, 3.10.7.3)");
    }

    @Test
    void aSegmentThatNobodyExpectedFailsTheNextLine() {
        DrillResult result = Drill.of(HANDSHAKE + """
                                +0 write(3, ..., 10) = 10
                                +.1 < . 1:1(0) ack 11 win 32767
                                """).run(Profile.newReno());
        assertThat(result.toString()).contains("line 7").contains("nobody expected P. 1:11(10) ack 1");
    }

    @Test
    void aCallThatReturnsSomethingElseFails() {
        DrillResult result = Drill.of(HANDSHAKE + "+0 read(3, ..., 100) = 5\n").run(Profile.newReno());
        assertThat(result.toString()).contains("it returned -1 EWOULDBLOCK, not 5");
    }

    @Test
    void threeDuplicateAcksBringAFastRetransmission() {
        Drill script = Drill.of(HANDSHAKE + """
                        +0 write(3, ..., 5000) = 5000
                        +0 > . 1:1001(1000) ack 1
                        +0 > . 1001:2001(1000) ack 1
                        +0 > . 2001:3001(1000) ack 1
                        +0 > . 3001:4001(1000) ack 1
                        +0 > P. 4001:5001(1000) ack 1
                        +.1 < . 1:1(0) ack 1 win 32767
                        +0 < . 1:1(0) ack 1 win 32767
                        +0 < . 1:1(0) ack 1 win 32767
                        +0 > . 1:1001(1000) ack 1
                        +.1 < . 1:1(0) ack 5001 win 32767
                        +.1 close(3) = 0
                        +0 > F. 5001:5001(0) ack 1
                        +.1 < F. 1:1(0) ack 5002 win 32767
                        +0 > . 5002:5002(0) ack 2
                        +0 %{ assert tcpi_state == TCPI_TIME_WAIT }%
                        """);
        assertThat(script.run(Profile.newReno(), Strictness.STRICT)).hasToString("passed, 10 segments as expected");
    }

    @Test
    void sysctlsCommentsAndConditionsAreUnderstood() {
        DrillResult result = Drill.of("""
                        --ip_version=ipv6
                        /* a comment
                           of two lines */
                        0 `sysctl -w net.inet.tcp.rfc1323=0`
                        +0 `sysctl -w net.inet.tcp.sack.enable=0`
                        +0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3 // a socket
                        +0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)
                        #ifdef FreeBSD
                        +0 > S 0:0(0) win 65535 <mss 1440>
                        #else
                        +0 > S 0:0(0) win 1 <mss 1>
                        #endif
                        * > S 0:0(0) <...>
                        +0.00 close(3) = 0
                        """).run(Profile.freeBsd(), Strictness.STRICT);
        assertThat(result.passed()).as(result.toString()).isTrue();
    }

    @Test
    void whatIsNoStatementIsNamedWithItsLine() {
        assertThatThrownBy(() -> Drill.of("0 socket(...) = 3\n+0 > S 0:0 win\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 2: this is no segment: S 0:0 win");
    }

    @Test
    void aReportCountsScriptsAndSegments() {
        DrillReport report = DrillReport.EMPTY
                .with("handshake", HANDSHAKE, Profile.newReno(), Strictness.LOOSE)
                .with("broken", "nonsense", Profile.newReno(), Strictness.LOOSE);
        assertThat(report.toString()).isEqualTo("""
                        handshake: passed, 2 segments as expected
                        broken: failed at line 0:\s
                          line 1: a statement starts with its time: nonsense
                        1 of 2 scripts passed; 2 of 2 segments as expected""");
    }

    @ParameterizedTest
    @CsvSource({
        "'#ifdef', line 1: #ifdef needs a symbol",
        "'#endif', line 1: #endif stands without an #ifdef",
        "'#ifdef FreeBSD', line 1: an #endif is missing",
        "'--mtu=wide', 'line 1: mtu is a number from 68 to 65535, this is wide'",
        "'--mtu=1500\u0085', 'line 1: mtu is a number from 68 to 65535, this is 1500\u0085'",
        "'--mtu=40', 'line 1: mtu is a number from 68 to 65535, this is 40'",
        "'99999999 close(3) = 0', line 1: a time is at most 1000000 seconds; this is 99999999",
        "'0 < . 1:2000000001(2000000000) win 1', "
                + "line 1: a segment carries at most 65535 octets; this says 2000000000"
    })
    void whatIsNoScriptIsRefusedWithItsLine(String script, String message) {
        assertThatThrownBy(() -> Drill.of(script))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aSegmentBehindManySpacesIsNoneAndIsRefused() {
        assertThatThrownBy(() -> Drill.of("0 < " + " ".repeat(100_000) + "x"))
                .hasMessage("line 1: this is no segment: x");
        assertThatThrownBy(() -> Drill.of("0 < " + "[ect0]".repeat(100_000) + "x"))
                .hasMessage("line 1: a segment takes at most 1000 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "'listen(3) = 0', the call listen lacks an argument",
        "'write(3, ..., 2000000000) = 0', 'a call writes 0 to 16777216 octets; this says 2000000000'",
        "'write(3, ..., -1) = 0', 'a call writes 0 to 16777216 octets; this says -1'"
    })
    void aCallThatCannotBeMadeFailsAtItsLine(String call, String reason) {
        DrillResult result = Drill.of("0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 " + call)
                .run(Profile.freeBsd());
        assertThat(result.failure().orElseThrow().reason()).isEqualTo(reason);
        assertThat(result.failure().orElseThrow().line()).isEqualTo(2);
    }
}
