package wirebook.jupyter.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The five channels as ZeroMQ sockets over TCP. The one file that sees the library.
 *
 * <p>A ZeroMQ socket belongs to one thread. So one thread receives and sends on all of them; other threads leave what is to be sent in
 * a queue and wake it through the selector on which it waits for the sockets' signals (a wake-up by a channel of its own would be
 * closed by an interrupted cell's thread).
 */
public final class ZeroMqPorts implements Ports {
    private static final int LINGER_MILLIS = 500;

    private record Parcel(Channel channel, List<byte[]> frames) {}

    private final ZMQ.Context context = ZMQ.context(1);
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final ZMQ.Socket heartbeat;
    private final Queue<Parcel> outbox = new ConcurrentLinkedQueue<>();
    private final Selector selector;
    private volatile boolean closed;
    private volatile @Nullable Thread server;
    private volatile boolean greeting;

    /**
     * Binds the sockets.
     *
     * @throws IOException if one cannot be bound; says which
     */
    public ZeroMqPorts(ConnectionFile connection) throws IOException {
        selector = Selector.open();
        try {
            for (Channel channel : List.of(Channel.SHELL, Channel.CONTROL, Channel.IOPUB, Channel.STDIN)) {
                sockets.put(channel, bound(channel, connection));
            }
            heartbeat = bound(Channel.HEARTBEAT, connection);
        } catch (IOException refused) {
            release();
            throw refused;
        }
    }

    private ZMQ.Socket bound(Channel channel, ConnectionFile connection) throws IOException {
        ZMQ.Socket socket = context.socket(channel == Channel.IOPUB ? SocketType.XPUB : SocketType.ROUTER);
        configure(socket, connection.curve());
        String address = "tcp://" + connection.ip() + ":" + connection.ports().get(channel);
        try {
            socket.bind(address);
        } catch (ZMQException | IllegalArgumentException refused) {
            socket.close();
            throw new IOException("cannot listen on " + address + " for " + channel, refused);
        }
        return socket;
    }

    /** No high-water mark, since nothing may be lost; every subscription is reported, since every one is welcomed. */
    private static void configure(ZMQ.Socket socket, ConnectionFile.Curve curve) {
        socket.setLinger(LINGER_MILLIS);
        socket.setHWM(0);
        socket.setMaxMsgSize(Math.max(1 << 24, Runtime.getRuntime().maxMemory() / 8));
        if (socket.getSocketType() == SocketType.XPUB) {
            socket.setXpubVerbose(true);
        } else {
            socket.setRouterHandover(true);
        }
        if (curve.present()) {
            socket.setCurveServer(true);
            socket.setCurvePublicKey(ZMQ.Curve.z85Decode(curve.publicKey()));
            socket.setCurveSecretKey(ZMQ.Curve.z85Decode(curve.secretKey()));
        }
    }

    @Override
    public void send(Channel channel, List<byte[]> frames) {
        if (greeting && Thread.currentThread() == server) {
            sendNow(channel, frames);
            return;
        }
        outbox.add(new Parcel(channel, frames));
        selector.wakeup();
    }

    @Override
    public void serve(Receiver receiver) {
        Thread.ofPlatform().daemon().name("heartbeat").start(this::echo);
        server = Thread.currentThread();
        try {
            for (ZMQ.Socket socket : sockets.values()) {
                socket.getFD().register(selector, SelectionKey.OP_READ);
            }
            while (!closed) {
                exchange(receiver);
            }
            post(receiver);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            release();
        }
    }

    /** The sockets signal a change only once, so wait only when a whole round has found nothing to do. */
    private void exchange(Receiver receiver) throws IOException {
        boolean busy = post(receiver);
        for (Map.Entry<Channel, ZMQ.Socket> entry : sockets.entrySet()) {
            busy |= receive(entry.getKey(), entry.getValue(), receiver);
        }
        if (!busy) {
            await(selector);
        }
    }

    private boolean post(Receiver receiver) {
        boolean some = false;
        for (Parcel parcel = outbox.poll(); parcel != null; parcel = outbox.poll()) {
            if (parcel.channel == Channel.IOPUB) {
                greet(receiver);
            }
            sendNow(parcel.channel, parcel.frames);
            some = true;
        }
        return some;
    }

    /** Takes in new subscriptions before anything is published: what a subscriber hears first is its welcome. */
    private void greet(Receiver receiver) {
        ZMQ.Socket socket = sockets.get(Channel.IOPUB);
        if (socket != null) {
            greeting = true;
            receive(Channel.IOPUB, socket, receiver);
            greeting = false;
        }
    }

    private void sendNow(Channel channel, List<byte[]> frames) {
        ZMQ.Socket socket = sockets.get(channel);
        if (socket != null) {
            sendAll(socket, frames);
        }
    }

    private static void sendAll(ZMQ.Socket socket, List<byte[]> frames) {
        int last = frames.size() - 1;
        for (int i = 0; i <= last; i++) {
            socket.send(frames.get(i), i < last ? ZMQ.SNDMORE | ZMQ.DONTWAIT : ZMQ.DONTWAIT);
        }
    }

    private static boolean receive(Channel channel, ZMQ.Socket socket, Receiver receiver) {
        boolean some = false;
        while ((socket.getEvents() & ZMQ.Poller.POLLIN) != 0) {
            List<byte[]> frames = frames(socket);
            if (frames.isEmpty()) {
                break;
            }
            receiver.received(channel, frames);
            some = true;
        }
        return some;
    }

    private static List<byte[]> frames(ZMQ.Socket socket) {
        List<byte[]> frames = new ArrayList<>();
        do {
            byte[] frame = socket.recv(ZMQ.DONTWAIT);
            if (frame == null) {
                break;
            }
            frames.add(frame);
        } while (socket.hasReceiveMore());
        return frames;
    }

    /** A heartbeat's thread does nothing else, so that the kernel is seen to live whatever the others do. */
    private void echo() {
        try (heartbeat;
                Selector waiting = Selector.open()) {
            heartbeat.getFD().register(waiting, SelectionKey.OP_READ);
            while (true) {
                if (!receive(Channel.HEARTBEAT, heartbeat, (channel, frames) -> sendAll(heartbeat, frames))) {
                    await(waiting);
                }
            }
        } catch (ZMQException terminated) {
            // The end of the context is the end of this thread.
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Waits until a socket signals a change, or somebody wakes the selector. */
    private static void await(Selector selector) throws IOException {
        selector.select();
        selector.selectedKeys().clear();
        Thread.interrupted();
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }

    private void release() {
        sockets.values().forEach(ZMQ.Socket::close);
        context.term();
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
