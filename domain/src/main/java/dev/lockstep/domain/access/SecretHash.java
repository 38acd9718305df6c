package dev.lockstep.domain.access;

import dev.lockstep.domain.value.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a secret, in place of which it is stored. A secret has more than 200 random bits,
 * so that neither salt nor a slow hash is needed.
 *
 * @param value 64 hexadecimal digits in lower case
 */
public record SecretHash(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public SecretHash {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException("secretHash", "another text", FORM.pattern());
        }
    }

    /** Returns the hash of a secret. */
    public static SecretHash of(KeySecret secret) {
        byte[] bytes = secret.reveal().getBytes(StandardCharsets.UTF_8);
        return new SecretHash(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /** Returns whether it is the hash of this secret; takes the same time for every secret. */
    public boolean matches(KeySecret secret) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.US_ASCII),
                of(secret).value.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "[redacted]";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
