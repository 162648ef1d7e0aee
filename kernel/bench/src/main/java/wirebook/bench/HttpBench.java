package wirebook.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import wirebook.bytes.Octets;
import wirebook.http.HttpEvent;
import wirebook.http.HttpReader;

/** How many octets of HTTP/1.1 requests a second are read, beside Netty's codec. The score is in octets per microsecond: MB/s. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class HttpBench {
    private static final int LENGTH = 373;
    private static final int PIPELINED = 16;

    private static final byte[] REQUEST = """
            GET /power-tools.html?page=2 HTTP/1.1
            Host: www.joes-hardware.com
            User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0
            Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8
            Accept-Language: en-US,en;q=0.5
            Accept-Encoding: gzip, deflate
            Connection: keep-alive
            Cookie: session=0123456789abcde; theme=dark; lang=en-GB

            """.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);

    private final Octets one = Octets.of(REQUEST);
    private final Octets many = Octets.ofText(one.latin1().repeat(PIPELINED));
    private final HttpReader reader = HttpReader.requests();
    private final HttpReader dripping = HttpReader.requests();
    private final EmbeddedChannel channel = new EmbeddedChannel(new HttpRequestDecoder());
    private final ByteBuf buffer = Unpooled.wrappedBuffer(REQUEST);
    private final ByteBuf buffers = Unpooled.wrappedBuffer(many.toArray());

    /** Fails if the request is not as long as the budget says. */
    public HttpBench() {
        if (REQUEST.length != LENGTH) {
            throw new IllegalStateException("the request has " + REQUEST.length + " octets");
        }
    }

    /** One request a piece. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public int wirebookOneByOne() {
        return requests(reader, one);
    }

    /** Sixteen requests a piece, as a pipelining client sends them. */
    @Benchmark
    @OperationsPerInvocation(LENGTH * PIPELINED)
    public int wirebookPipelined() {
        return requests(reader, many);
    }

    /** Pieces of one octet: the worst cut. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public int wirebookOctetByOctet() {
        int read = 0;
        for (int at = 0; at < LENGTH; at++) {
            read += requests(dripping, one.slice(at, at + 1));
        }
        return read;
    }

    /** Netty, one request a piece. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public int nettyOneByOne() {
        return netty(buffer);
    }

    /** Netty, sixteen requests a piece. */
    @Benchmark
    @OperationsPerInvocation(LENGTH * PIPELINED)
    public int nettyPipelined() {
        return netty(buffers);
    }

    private static int requests(HttpReader reader, Octets piece) {
        int read = 0;
        for (HttpEvent event : reader.receive(piece)) {
            read += event instanceof HttpEvent.Head ? 1 : 0;
        }
        return read;
    }

    private int netty(ByteBuf octets) {
        octets.setIndex(0, octets.capacity());
        channel.writeInbound(octets.retainedDuplicate());
        int read = 0;
        for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
            read += message instanceof io.netty.handler.codec.http.HttpRequest ? 1 : 0;
            ReferenceCountUtil.release(message);
        }
        return read;
    }

    /** Runs the benchmarks and prints the table. */
    public static void main(String... arguments) throws RunnerException {
        new Runner(new OptionsBuilder().include(HttpBench.class.getSimpleName()).build()).run();
    }
}
