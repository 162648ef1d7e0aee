package wirebook.drill;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import wirebook.bytes.Octets;
import wirebook.tcp.profile.Profile;

/** Any text is a script, or what is wrong is said with its line; a script that is one can be played. */
class ScriptFuzzTest {
    @FuzzTest
    @DictionaryEntries({
        "0.000 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3",
        "+0.00 bind(3, ..., ...) = 0",
        "+0.00 listen(3, 1) = 0",
        "+0.00 < S 0:0(0) win 65535 <mss 1460,sackOK,eol,eol>",
        "+0.00 > S. 0:0(0) ack 1 <...>",
        "+0.00 < . 1:1(0) ack 1 win 65535",
        "+0.00 accept(3, ..., ...) = 4",
        "+0.00 send(4, ..., 1000, 0) = 1000",
        "+0.00 recv(4, ..., 1000, 0) = 1000",
        "+0.00 close(4) = 0",
        "+0.00 `sysctl net.inet.tcp.ecn.enable=1`",
        "+0.00 %{ assert tcpi_state == TCPS_ESTABLISHED }%",
        "* > . 1:1001(1000) ack 1 <sack 1:2 3:4,nop,TS val 1 ecr 2>",
        "+0.00 setsockopt(3, IPPROTO_TCP, TCP_NODELAY, [1], 4) = 0",
        "--mtu=1500",
        "#ifdef FreeBSD",
        "#endif",
        "/*",
        "*/"
    })
    void anyTextIsAScriptOrRefusedWithItsLine(byte[] octets) {
        Drill drill;
        try {
            drill = Drill.of(Octets.of(octets).latin1());
        } catch (IllegalArgumentException refused) {
            return;
        }
        drill.run(Profile.freeBsd(), Strictness.STRICT).toString();
    }
}
