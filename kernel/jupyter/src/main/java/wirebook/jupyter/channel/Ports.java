package wirebook.jupyter.channel;

import java.util.List;

/** The kernel's end of the five channels: what a socket library has to offer. */
public interface Ports extends AutoCloseable {
    /** Sends {@code frames}. Any thread may call; returns at once, and in the end everything goes out in the order of the calls. */
    void send(Channel channel, List<byte[]> frames);

    /** Hands to {@code receiver} what comes in, on this thread, until {@link #close}; answers heartbeats on another one. */
    void serve(Receiver receiver);

    /** Ends {@link #serve} after sending what is still to be sent. Any thread may call, more than once. */
    @Override
    void close();

    /** Who takes what comes in. Must return at once and throw nothing: all channels wait for it. */
    @FunctionalInterface
    interface Receiver {
        /**
         * Frames came in.
         *
         * @param channel for IOPUB there is one frame: octet 1 and the topic for a subscription, octet 0 and the topic for its end
         */
        void received(Channel channel, List<byte[]> frames);
    }
}
