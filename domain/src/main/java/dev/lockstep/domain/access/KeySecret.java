package dev.lockstep.domain.access;

import dev.lockstep.domain.value.InvalidValueException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The secret part of a trading key; its text form is redacted. */
public final class KeySecret {
    private static final String DIGITS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int CHARS = 40;
    private static final int MAX_CHARS = 256;

    private final String text;

    /**
     * A secret as a program sends it.
     *
     * @param text 1 to 256 characters
     * @throws InvalidValueException if it is empty or longer
     */
    public KeySecret(String text) {
        if (text.isEmpty() || text.length() > MAX_CHARS) {
            throw new InvalidValueException(
                    "keySecret", text.length() + " characters", "1 to " + MAX_CHARS);
        }
        this.text = text;
    }

    /**
     * Returns a new secret of 40 letters and digits, which has more than 200 random bits.
     *
     * @param random a cryptographically strong source
     */
    public static KeySecret random(RandomGenerator random) {
        return new KeySecret(randomText(random, DIGITS, CHARS));
    }

    static String randomText(RandomGenerator random, String digits, int chars) {
        StringBuilder text = new StringBuilder(chars);
        for (int i = 0; i < chars; i++) {
            text.append(digits.charAt(random.nextInt(digits.length())));
        }
        return text.toString();
    }

    /** Returns the secret itself, to be shown once. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeySecret secret && SecretHash.of(this).matches(secret);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
