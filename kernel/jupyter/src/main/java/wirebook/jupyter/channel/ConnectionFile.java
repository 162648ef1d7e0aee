package wirebook.jupyter.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import wirebook.jupyter.message.Json;

/**
 * Where a kernel is to listen, and with which secrets: the file whose name a kernel is started with.
 *
 * @param ip the address to listen on
 * @param ports TCP port of each channel
 * @param signatureScheme such as {@code hmac-sha256}
 * @param key of the signatures; empty for none
 * @param curve the server's keys if the channels are to be encrypted
 */
public record ConnectionFile(String ip, Map<Channel, Integer> ports, String signatureScheme, String key, Curve curve) {

    /** A CURVE key pair in Z85 text, both empty if the channels are not encrypted. */
    public record Curve(String publicKey, String secretKey) {
        /** No encryption. */
        public static final Curve NONE = new Curve("", "");

        /** Whether there are keys. */
        public boolean present() {
            return !secretKey.isEmpty();
        }
    }

    /**
     * Reads the file at {@code path}.
     *
     * @throws IOException if there is no such file, it is no JSON object, or it asks for what this kernel cannot do
     */
    public static ConnectionFile read(Path path) throws IOException {
        return of(Json.object(Files.readAllBytes(path)));
    }

    /**
     * The connection that {@code file} describes.
     *
     * @throws IOException if it asks for another transport than TCP, or leaves a port out
     */
    public static ConnectionFile of(Map<String, Object> file) throws IOException {
        String transport = text(file, "transport", "tcp");
        if (!transport.equals("tcp")) {
            throw new IOException("transport \"" + transport + "\" is not served; set \"transport\": \"tcp\"");
        }
        return new ConnectionFile(
                text(file, "ip", "127.0.0.1"),
                ports(file),
                text(file, "signature_scheme", "hmac-sha256"),
                text(file, "key", ""),
                new Curve(text(file, "curve_publickey", ""), text(file, "curve_secretkey", "")));
    }

    private static Map<Channel, Integer> ports(Map<String, Object> file) throws IOException {
        Map<Channel, Integer> ports = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            String name =
                    channel == Channel.HEARTBEAT ? "hb_port" : channel.name().toLowerCase(Locale.ROOT) + "_port";
            if (!(file.get(name) instanceof Number port)) {
                throw new IOException("the connection file has no \"" + name + "\"");
            }
            ports.put(channel, port.intValue());
        }
        return ports;
    }

    private static String text(Map<String, Object> file, String name, String otherwise) {
        return file.get(name) instanceof String text ? text : otherwise;
    }
}
