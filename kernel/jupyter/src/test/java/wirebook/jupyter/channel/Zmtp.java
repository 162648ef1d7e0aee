package wirebook.jupyter.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A ZeroMQ peer in a few lines (ZMTP 3.0, mechanism NULL), so that the library is not tested against itself. */
final class Zmtp implements AutoCloseable {
    private static final int MORE = 1;
    private static final int LONG = 2;
    private static final int COMMAND = 4;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    /** Connects to {@code port} of this machine as a socket of {@code type}, such as DEALER. */
    Zmtp(int port, String type) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        byte[] greeting = new byte[64];
        greeting[0] = (byte) 0xff;
        greeting[9] = 0x7f;
        greeting[10] = 3;
        System.arraycopy("NULL".getBytes(US_ASCII), 0, greeting, 12, 4);
        out.write(greeting);
        in.readNBytes(64);
        write(COMMAND, ready(type));
        read();
    }

    private static byte[] ready(String type) {
        ByteArrayOutputStream command = new ByteArrayOutputStream();
        command.writeBytes("\5READY\13Socket-Type".getBytes(US_ASCII));
        command.writeBytes(new byte[] {0, 0, 0, (byte) type.length()});
        command.writeBytes(type.getBytes(US_ASCII));
        return command.toByteArray();
    }

    /** Sends one message. */
    void send(String... frames) throws IOException {
        for (int i = 0; i < frames.length; i++) {
            write(i < frames.length - 1 ? MORE : 0, frames[i].getBytes(UTF_8));
        }
    }

    private void write(int flags, byte[] body) throws IOException {
        out.write(new byte[] {(byte) flags, (byte) body.length});
        out.write(body);
        out.flush();
    }

    /** The next frame. */
    String read() throws IOException {
        int flags = in.readUnsignedByte();
        long length = (flags & LONG) == 0 ? in.readUnsignedByte() : in.readLong();
        return new String(in.readNBytes((int) length), UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
