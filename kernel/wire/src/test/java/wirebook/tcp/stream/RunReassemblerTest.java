package wirebook.tcp.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;

class RunReassemblerTest {
    @Test
    void whatComesInOrderIsReadyAtOnce() {
        Reassembler queue = RunReassembler.EMPTY.insert(0, Octets.ofText("power"));
        assertThat(queue.ready().text()).isEqualTo("power");
        assertThat(queue.taken().ready()).isEqualTo(Octets.EMPTY);
    }

    @Test
    void whatComesBeyondAGapIsHeldUntilTheGapIsFilled() {
        Reassembler queue = RunReassembler.EMPTY.insert(6, Octets.ofText("tools"));
        assertThat(queue.held()).containsExactly(new Range(6, 11));
        assertThat(queue.ready()).isEqualTo(Octets.EMPTY);
        assertThat(queue.insert(0, Octets.ofText("power ")).ready().text()).isEqualTo("power tools");
    }

    @Test
    void twoSegmentsWithAGapBetweenThemAreTwoRangesAndAThirdJoinsThem() {
        Reassembler queue = RunReassembler.EMPTY.insert(10, Octets.ofText("aa")).insert(14, Octets.ofText("cc"));
        assertThat(queue.held()).containsExactly(new Range(10, 12), new Range(14, 16));
        assertThat(queue.insert(11, Octets.ofText("abbc")).held()).containsExactly(new Range(10, 16));
    }

    @Test
    void anyOrderAndAnyOverlapGivesTheStream() {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] stream = new byte[200];
            random.nextBytes(stream);
            Octets whole = Octets.wrap(stream);
            Reassembler queue = RunReassembler.EMPTY;
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            while (read.size() < stream.length) {
                int start = random.nextInt(stream.length);
                int end = start + 1 + random.nextInt(Math.min(30, stream.length - start));
                queue = queue.insert(start, whole.slice(start, end));
                read.writeBytes(queue.ready().toArray());
                queue = queue.taken();
            }
            assertThat(read.toByteArray()).as("seed " + seed).isEqualTo(stream);
            assertThat(queue.held()).isEmpty();
        }
    }
}
