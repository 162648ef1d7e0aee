package wirebook.jupyter.kernel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import wirebook.jupyter.channel.Channel;
import wirebook.jupyter.channel.Ports;

/** Channels without a network: what a test puts in comes to the kernel, what the kernel sends can be taken out. */
final class MemoryPorts implements Ports {
    private record Parcel(Channel channel, List<byte[]> frames) {}

    private final BlockingQueue<Optional<Parcel>> in = new LinkedBlockingQueue<>();
    private final Map<Channel, BlockingQueue<List<byte[]>>> out = new EnumMap<>(Channel.class);

    MemoryPorts() {
        for (Channel channel : Channel.values()) {
            out.put(channel, new LinkedBlockingQueue<>());
        }
    }

    /** Has {@code frames} come in on {@code channel}. */
    void put(Channel channel, List<byte[]> frames) {
        in.add(Optional.of(new Parcel(channel, frames)));
    }

    /** What goes out on {@code channel}. */
    BlockingQueue<List<byte[]>> out(Channel channel) {
        return out.get(channel);
    }

    @Override
    public void send(Channel channel, List<byte[]> frames) {
        out.get(channel).add(frames);
    }

    @Override
    public void serve(Receiver receiver) {
        try {
            for (Optional<Parcel> next = in.take(); next.isPresent(); next = in.take()) {
                receiver.received(next.get().channel, next.get().frames);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        in.add(Optional.empty());
    }
}
