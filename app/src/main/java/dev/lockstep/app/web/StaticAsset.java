package dev.lockstep.app.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file with its ETag. */
final class StaticAsset {
    private static final int ETAG_CHARS = 32;

    private final String type;
    private final String etag;
    private final byte[] bytes;

    /** A file of this type; the bytes are not to be written to. */
    StaticAsset(String type, byte[] bytes) {
        this.type = type;
        this.etag = '"' + digest(bytes) + '"';
        this.bytes = bytes;
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

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, ETAG_CHARS);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
