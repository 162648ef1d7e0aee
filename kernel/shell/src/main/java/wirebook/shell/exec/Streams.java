package wirebook.shell.exec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import wirebook.shell.Console;

/** {@code System.out}, {@code err} and {@code in}, each thread's own: those of the cell that has started it. */
public final class Streams {
    private Streams() {}

    /** Installs them once for the whole JVM; threads of no cell keep the streams of before. */
    public static synchronized void install() {
        if (System.out instanceof Printer) {
            return;
        }
        System.setOut(new Printer(new Out(Console::out, System.out)));
        System.setErr(new Printer(new Out(Console::err, System.err)));
        System.setIn(new In(System.in));
        Thread.setDefaultUncaughtExceptionHandler(Owner::uncaughtSomewhere);
    }

    /** A print stream by which ours is known. */
    private static final class Printer extends PrintStream {
        Printer(OutputStream out) {
            super(out, false, StandardCharsets.UTF_8);
        }

        /** One write for text and line break: other threads cannot come between. */
        @Override
        public void println(String text) {
            byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
            write(line, 0, line.length);
        }

        @Override
        public void println(Object value) {
            println(String.valueOf(value));
        }
    }

    private static final class Out extends OutputStream {
        private final Function<Console, OutputStream> stream;
        private final OutputStream otherwise;

        Out(Function<Console, OutputStream> stream, OutputStream otherwise) {
            this.stream = stream;
            this.otherwise = otherwise;
        }

        private OutputStream target() {
            return Owner.current().map(Owner::console).map(stream).orElse(otherwise);
        }

        @Override
        public void write(int octet) throws IOException {
            target().write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            target().write(octets, offset, length);
        }

        @Override
        public void flush() throws IOException {
            target().flush();
        }
    }

    private static final class In extends InputStream {
        private final InputStream otherwise;

        In(InputStream otherwise) {
            this.otherwise = otherwise;
        }

        private InputStream target() {
            return Owner.current().map(o -> o.console().in()).orElse(otherwise);
        }

        @Override
        public int read() throws IOException {
            return target().read();
        }

        @Override
        public int read(byte[] octets, int offset, int length) throws IOException {
            return target().read(octets, offset, length);
        }

        @Override
        public int available() throws IOException {
            return target().available();
        }
    }
}
