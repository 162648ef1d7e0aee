package wirebook.jupyter.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The keyed hash over a message's dictionaries (HMAC, RFC 2104), in hexadecimal.
 *
 * <p>Written out over {@link MessageDigest}, because the JDK's own {@code Mac} costs every start some ten milliseconds of reading
 * security policies.
 */
public final class Signature {
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final boolean keyed;
    private final MessageDigest inner;
    private final MessageDigest outer;

    /**
     * Signatures by {@code scheme} under {@code key}; with an empty key every signature is empty.
     *
     * @param scheme {@code hmac-} and the name of a hash, such as {@code hmac-sha256}
     * @throws NoSuchAlgorithmException if the scheme is none that this JDK knows
     */
    public Signature(String scheme, String key) throws NoSuchAlgorithmException {
        String hash = hash(scheme);
        int block = hash.endsWith("384") || hash.endsWith("512") ? 128 : 64;
        byte[] padded = Arrays.copyOf(shortened(key.getBytes(UTF_8), hash, block), block);
        keyed = !key.isEmpty();
        inner = begun(hash, padded, INNER);
        outer = begun(hash, padded, OUTER);
    }

    private static String hash(String scheme) throws NoSuchAlgorithmException {
        String name = scheme.toLowerCase(Locale.ROOT);
        if (!name.startsWith("hmac-")) {
            throw new NoSuchAlgorithmException(
                    "signature scheme \"" + scheme + "\" is none of hmac-sha256, hmac-sha512 …");
        }
        return name.substring("hmac-".length()).replaceFirst("^sha(?=[1-9])", "sha-");
    }

    private static byte[] shortened(byte[] key, String hash, int block) throws NoSuchAlgorithmException {
        return key.length <= block ? key : MessageDigest.getInstance(hash).digest(key);
    }

    private static MessageDigest begun(String hash, byte[] key, byte pad) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance(hash);
        for (byte octet : key) {
            digest.update((byte) (octet ^ pad));
        }
        return digest;
    }

    /** The signature over {@code parts} one behind the other, as the frame that carries it. */
    public byte[] sign(List<byte[]> parts) {
        return keyed ? HexFormat.of().formatHex(digest(parts)).getBytes(US_ASCII) : new byte[0];
    }

    /** Whether {@code signature} is the one over {@code parts}; takes as long for every wrong one. */
    public boolean verifies(byte[] signature, List<byte[]> parts) {
        return !keyed || MessageDigest.isEqual(sign(parts), signature);
    }

    private byte[] digest(List<byte[]> parts) {
        try {
            MessageDigest first = (MessageDigest) inner.clone();
            parts.forEach(first::update);
            MessageDigest second = (MessageDigest) outer.clone();
            return second.digest(first.digest());
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("every hash of the JDK can be cloned", e);
        }
    }

    /** Whether there is a key, so that signatures are worth remembering. */
    boolean keyed() {
        return keyed;
    }
}
