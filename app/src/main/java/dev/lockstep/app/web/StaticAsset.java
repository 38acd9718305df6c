package dev.lockstep.app.web;

import dev.lockstep.app.web.answer.Gzip;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A file with its ETag. */
final class StaticAsset {
    private static final int ETAG_CHARS = 32;

    private final String type;
    private final String etag;
    private final byte[] bytes;
    private final Optional<byte[]> gzip;

    /** A file of this type; the bytes are not to be written to. */
    StaticAsset(String type, byte[] bytes) {
        this.type = type;
        this.etag = '"' + digest(bytes) + '"';
        this.bytes = bytes;
        this.gzip = compressible(type, bytes) ? Optional.of(Gzip.of(bytes)) : Optional.empty();
    }

    /** Returns a copy of this text in which the addresses of a folder lead to another one. */
    StaticAsset leading(String folder, String elsewhere) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new StaticAsset(
                type,
                text.replace("\"/" + folder, "\"/" + elsewhere).getBytes(StandardCharsets.UTF_8));
    }

    String type() {
        return type;
    }

    String etag() {
        return etag;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Returns the compressed bytes; empty if compression would gain nothing. */
    Optional<byte[]> gzip() {
        return gzip;
    }

    private static boolean compressible(String type, byte[] bytes) {
        return bytes.length >= Gzip.MIN_BYTES
                && !type.equals("image/png")
                && !type.startsWith("font/");
    }

    /** Returns the digest of these bytes, in hexadecimal. */
    static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, ETAG_CHARS);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
