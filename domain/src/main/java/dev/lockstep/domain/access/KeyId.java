package dev.lockstep.domain.access;

import dev.lockstep.domain.value.InvalidValueException;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The public part of a trading key, which a program sends with each request.
 *
 * @param value {@code LK} and 18 capital letters or digits
 */
public record KeyId(String value) {
    private static final Pattern FORM = Pattern.compile("LK[A-Z0-9]{18}");
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int RANDOM_CHARS = 18;

    public KeyId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException("keyId", "another text", FORM.pattern());
        }
    }

    /** Returns a new id. */
    public static KeyId random(RandomGenerator random) {
        return new KeyId("LK" + KeySecret.randomText(random, DIGITS, RANDOM_CHARS));
    }

    @Override
    public String toString() {
        return value;
    }
}
