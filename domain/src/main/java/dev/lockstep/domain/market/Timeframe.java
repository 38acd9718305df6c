package dev.lockstep.domain.market;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The length of the period that a bar covers. */
public enum Timeframe {
    /** One minute. */
    ONE_MINUTE("1m", Duration.ofMinutes(1)),
    /** Five minutes. */
    FIVE_MINUTES("5m", Duration.ofMinutes(5)),
    /** Fifteen minutes. */
    FIFTEEN_MINUTES("15m", Duration.ofMinutes(15)),
    /** One hour. */
    ONE_HOUR("1h", Duration.ofHours(1)),
    /** One trading day. */
    ONE_DAY("1d", Duration.ofDays(1));

    private final String text;
    private final Duration length;

    Timeframe(String text, Duration length) {
        this.text = text;
        this.length = length;
    }

    /**
     * Parses a length as a person types it: {@code 1m}, {@code 5m}, {@code 15m}, {@code 1h} or
     * {@code 1d}.
     *
     * @throws InvalidValueException if there are no bars of this length
     */
    public static Timeframe typed(String text) {
        return Arrays.stream(values())
                .filter(timeframe -> timeframe.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("timeframe", text, texts()));
    }

    private static String texts() {
        return Arrays.stream(values()).map(Timeframe::text).collect(Collectors.joining(", "));
    }

    /** Returns the length as {@link #typed} parses it. */
    public String text() {
        return text;
    }

    /** Returns the length of the period. */
    public Duration length() {
        return length;
    }
}
