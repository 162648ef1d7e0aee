package wirebook.tun;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.Optional;
import wirebook.bytes.Octets;

/** A TUN device of Linux: a network interface whose packets this program reads and writes, IP with nothing in front. */
final class Tun implements AutoCloseable {
    private static final int O_RDWR_NONBLOCK = 0x802;
    private static final long TUNSETIFF = 0x4004_54ca;
    private static final short IFF_TUN_NO_PI = 0x1001;
    private static final short POLLIN = 1;
    private static final int NAME = 16;
    private static final int LARGEST = 65_536;
    private static final int EAGAIN = 11;
    private static final int EINVAL = 22;

    private final Arena arena = Arena.ofConfined();
    private final Libc libc = new Libc(arena);
    private final MemorySegment buffer = arena.allocate(LARGEST);
    private final MemorySegment polled = arena.allocate(8, 4);
    private final int descriptor;
    private final String name;

    /**
     * A new device; the system chooses the number in its name.
     *
     * @throws IOException where the system does not give one, with its errno
     */
    Tun() throws IOException {
        descriptor = checked("open /dev/net/tun", libc.open("/dev/net/tun", O_RDWR_NONBLOCK));
        MemorySegment request = arena.allocate(40, 8);
        request.setString(0, "wirebook%d");
        request.set(JAVA_SHORT, NAME, IFF_TUN_NO_PI);
        checked("ioctl TUNSETIFF", libc.ioctl(descriptor, TUNSETIFF, request));
        name = request.getString(0);
        polled.set(JAVA_INT, 0, descriptor);
        polled.set(JAVA_SHORT, 4, POLLIN);
    }

    /** The interface's name. */
    String name() {
        return name;
    }

    /** Waits until a packet can be read, at most so long. */
    void await(Duration most) throws IOException {
        checked("poll", libc.poll(polled, (int) Math.max(0, most.toMillis())));
    }

    /** The next packet that the system sends over the interface; empty where none waits. */
    Optional<Octets> read() throws IOException {
        long length = libc.transfer(libc.read, descriptor, buffer, LARGEST);
        if (length < 0 && libc.errno() == EAGAIN) {
            return Optional.empty();
        }
        return Optional.of(
                Octets.wrap(buffer.asSlice(0, checked("read", (int) length)).toArray(JAVA_BYTE)));
    }

    /** A packet arrives at the system; it takes none whose version is not that of IP. */
    void write(Octets packet) throws IOException {
        MemorySegment.copy(packet.toArray(), 0, buffer, JAVA_BYTE, 0, packet.length());
        long written = libc.transfer(libc.write, descriptor, buffer, packet.length());
        if (written != packet.length() && libc.errno() != EINVAL) {
            throw new IOException("write: errno " + libc.errno());
        }
    }

    private int checked(String what, int result) throws IOException {
        if (result < 0) {
            throw new IOException(what + ": errno " + libc.errno());
        }
        return result;
    }

    @Override
    public void close() {
        libc.close(descriptor);
        arena.close();
    }

    /** The system calls that this takes. */
    @SuppressWarnings("restricted")
    private static final class Libc {
        private static final Linker LINKER = Linker.nativeLinker();
        private static final VarHandle ERRNO =
                Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));

        private final Arena arena;
        private final MemorySegment state;
        private final MethodHandle open = handle("open", 2, JAVA_INT, ADDRESS, JAVA_INT);
        private final MethodHandle ioctl = handle("ioctl", 2, JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
        private final MethodHandle poll = handle("poll", 0, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
        private final MethodHandle close = handle("close", 0, JAVA_INT, JAVA_INT);
        private final MethodHandle read = handle("read", 0, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
        private final MethodHandle write = handle("write", 0, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);

        Libc(Arena arena) {
            this.arena = arena;
            this.state = arena.allocate(Linker.Option.captureStateLayout());
        }

        /** A function; from argument {@code variadic} on, if that is not 0, it takes any number of them. */
        private static MethodHandle handle(String name, int variadic, MemoryLayout result, MemoryLayout... arguments) {
            FunctionDescriptor descriptor = FunctionDescriptor.of(result, arguments);
            MemorySegment address = LINKER.defaultLookup().findOrThrow(name);
            Linker.Option errno = Linker.Option.captureCallState("errno");
            return variadic == 0
                    ? LINKER.downcallHandle(address, descriptor, errno)
                    : LINKER.downcallHandle(address, descriptor, errno, Linker.Option.firstVariadicArg(variadic));
        }

        int open(String path, int flags) {
            return (int) call(open, state, arena.allocateFrom(path), flags);
        }

        int ioctl(int descriptor, long request, MemorySegment argument) {
            return (int) call(ioctl, state, descriptor, request, argument);
        }

        int poll(MemorySegment polled, int milliseconds) {
            return (int) call(poll, state, polled, 1L, milliseconds);
        }

        void close(int descriptor) {
            call(close, state, descriptor);
        }

        long transfer(MethodHandle function, int descriptor, MemorySegment octets, long length) {
            return (long) call(function, state, descriptor, octets, length);
        }

        int errno() {
            return (int) ERRNO.get(state, 0L);
        }

        private static Object call(MethodHandle function, Object... arguments) {
            try {
                return function.invokeWithArguments(arguments);
            } catch (Throwable impossible) {
                throw new AssertionError(impossible); // functions of C do not throw
            }
        }
    }
}
