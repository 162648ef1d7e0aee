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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+0 > S 0:0 win                          | this is no segment: S 0:0 win",
                "+0 > . 1:5(3) ack 1                     | from 1 to 5 are not 3 octets",
                "+0 < [xyz] . 1:1(0) ack 1 win 1         | the mark [xyz] is not understood",
                "+0 < . 1:1(0) ack 1 win 1 <mss>         | the option mss needs a number",
                "+0 < . 1:1(0) ack 1 win 1 <sack 1>      | a block is two numbers with a colon between them: 1",
                "+0 < . 1:1(0) ack 1 win 1 <mood good>   | unknown option: mood good",
                "+0 < icmp mood [1:1(0)]                 | the ICMP type mood is not known: icmp mood [1:1(0)]",
                "+0 %{ assert 1                          | }% is missing behind %{",
                "+0 `sysctl                              | ` is missing behind `",
                "#endif                                  | #endif stands without an #ifdef",
                "+0                                      | this is no statement:",
            })
    void whatIsNoStatementIsNamedWithItsLine(String line, String reason) {
        assertThatThrownBy(() -> Drill.of("0 socket(...) = 3\n" + line + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 2: " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+0 read(3) = 1                                | the call read needs 3 arguments or more",
                "+0 read(3, ..., abc) = 1                      | \"abc\" is no number of 32 bits",
                "+0 frob(3) = 1                                | the call frob is not known",
                "+0 socket(..., SOCK_DGRAM, IPPROTO_UDP) = 4   | a socket of SOCK_DGRAM is not known; only SOCK_STREAM is",
                "+0 close(9) = 0                               | it returned -1 EBADF, not 0",
                "+0 getsockopt(3, SOL_SOCKET, SO_X, [0], 4) = 0| the socket option SO_X is not known; expected 0",
                "+0 %{ assert tcpi_mood == 1 }%                | the variable tcpi_mood is not known",
                "+0 %{ assert tcpi_snd_cwnd < 10000 }%         | tcpi_snd_cwnd is 10000, not < 10000",
                "+0 %{ dance() }%                              | this condition is not understood: dance()",
                "+0...+0.1 read(3, ..., 100) = 5               | it returned -1 EWOULDBLOCK, not 5",
            })
    void whatCannotBePlayedIsNamedToo(String line, String reason) {
        DrillResult result = Drill.of(HANDSHAKE + line + "\n").run(Profile.newReno());
        assertThat(result.failure().orElseThrow().reason()).isEqualTo(reason);
    }

    @Test
    void callsOfAllKindsAreUnderstood() {
        DrillResult result = Drill.of(HANDSHAKE + """
                +0 writev(3, [{..., 600}, {..., 400}], 2) = 1000
                +0~+.1 > P. 1:1001(1000) ack 1
                +0 ioctl(3, SIOCOUTQ, [1000]) = 0
                +0 < icmp unreachable frag_needed mtu 540 [1:1001(1000)]
                +0 > . 1:501(500) ack 1
                +0 > P. 501:1001(500) ack 1
                +0 poll([{fd=3, events=POLLIN|POLLOUT, revents=POLLOUT}], 1, 0) = 1
                +0...+0.2 read(3, ..., 100) = 5
                +.1 < [ect0] (ttl 9) P. 1:6(5) ack 1001 win 32767 <nop,nop,md5 00112233445566778899aabbccddeeff>
                +.04 > . 1001:1001(0) ack 6
                +0 `sleep 1`
                +0 %{ assert tcpi_snd_mss == 500 and tcpi_rtt > 0; print(tcpi_rtt) }%
                +0 setsockopt(3, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0
                +0 close(3) = 0
                +0 > R. 1001:1001(0) ack 6
                +0 close(3) = -1 EBADF
                """).run(Profile.newReno());
        assertThat(result.passed()).as(result.toString()).isTrue();
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
        "'listen(3) = 0', the call listen needs 2 arguments or more",
        "'write(3, ..., 2000000000) = 0', 'a call writes at most 16777216 octets; this says 2000000000'"
    })
    void aCallThatCannotBeMadeFailsAtItsLine(String call, String reason) {
        DrillResult result = Drill.of("0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 " + call)
                .run(Profile.freeBsd());
        assertThat(result.failure().orElseThrow().reason()).isEqualTo(reason);
        assertThat(result.failure().orElseThrow().line()).isEqualTo(2);
    }
}
