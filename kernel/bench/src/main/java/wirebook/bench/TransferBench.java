package wirebook.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import wirebook.bytes.Octets;
import wirebook.net.Client;
import wirebook.net.Link;
import wirebook.net.Rate;
import wirebook.net.Run;
import wirebook.net.Server;
import wirebook.net.Visit;
import wirebook.tcp.profile.Profile;

/** How many segments a second a simulated transfer has: both ends, real octets and checksums, the whole trace kept. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class TransferBench {
    /** The size of what is sent; the cost of a segment must not depend on it. */
    @Param({"1", "10", "100"})
    private int megabytes;

    /** Counts what went over the line. */
    @State(Scope.Thread)
    @AuxCounters
    public static class Counts {
        /** Segments, ACKs among them. */
        public long segments;
    }

    /** One transfer. */
    @Benchmark
    public Run transfer(Counts counts) {
        Profile tcp = Profile.cubic().receiveBuffer(1 << 20);
        Octets data = Octets.wrap(new byte[megabytes * 1_000_000]);
        Visit visit = Client.of("192.0.2.10")
                .tcp(tcp)
                .over(Link.of().delay(Duration.ofMillis(1)).rate(Rate.gbps(1)).queue(1_000))
                .to(Server.of("198.51.100.7", 7)
                        .tcp(tcp)
                        .does(calls -> calls.receiveAll().close()))
                .open()
                .send(data)
                .close()
                .receiveAll();
        Run run = visit.run();
        counts.segments += run.trace().flights().size();
        return run;
    }

    /** Runs the benchmark and prints its table. */
    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(TransferBench.class.getSimpleName())
                        .build())
                .run();
    }
}
