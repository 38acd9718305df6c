package dev.lockstep.broker.alpaca.connection;

import dev.lockstep.broker.alpaca.connection.Reply.RateLimit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Parser of the rate limit headers. An unreadable header is treated as absent. */
final class RateLimitHeaders {
    /** Safety margin: the reset time has a resolution of one second. */
    private static final Duration AFTER_RESET = Duration.ofSeconds(1);

    private final Headers headers;
    private final boolean successful;
    private final Instant now;

    /**
     * Creates a parser.
     *
     * @param successful whether the request was: then only a budget that is used up asks for a
     *     pause
     * @param now the local time, used if the answer has no {@code Date} header
     */
    RateLimitHeaders(Headers headers, boolean successful, Instant now) {
        this.headers = headers;
        this.successful = successful;
        this.now = now;
    }

    RateLimit read() {
        Integer remaining = smallNumber("X-RateLimit-Remaining");
        return new RateLimit(smallNumber("X-RateLimit-Limit"), remaining, pause(remaining));
    }

    /**
     * The time of a reset is read only where it counts: parsing a date costs more than the rest.
     */
    private @Nullable Duration pause(@Nullable Integer remaining) {
        Duration retryAfter = retryAfter();
        if (retryAfter != null) {
            return retryAfter;
        }
        boolean requestsLeft = remaining != null && remaining > 0;
        return successful && requestsLeft ? null : untilReset();
    }

    private @Nullable Duration retryAfter() {
        Long seconds = number("Retry-After");
        if (seconds != null) {
            return seconds < 0 ? null : Duration.ofSeconds(seconds);
        }
        Instant at = headers.getInstant("Retry-After");
        return at == null ? null : notNegative(Duration.between(serverTime(), at));
    }

    private @Nullable Duration untilReset() {
        Long epochSecond = number("X-RateLimit-Reset");
        if (epochSecond == null) {
            return null;
        }
        try {
            Instant reset = Instant.ofEpochSecond(epochSecond);
            return notNegative(Duration.between(serverTime(), reset).plus(AFTER_RESET));
        } catch (DateTimeException | ArithmeticException outOfRange) {
            return null;
        }
    }

    /** Returns the server's time, so that an inaccurate local clock does not matter. */
    private Instant serverTime() {
        Instant date = headers.getInstant("Date");
        return date == null ? now : date;
    }

    private static Duration notNegative(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private @Nullable Integer smallNumber(String header) {
        Long number = number(header);
        return number == null || number < 0 || number > Integer.MAX_VALUE
                ? null
                : number.intValue();
    }

    private @Nullable Long number(String header) {
        String text = headers.get(header);
        if (text == null) {
            return null;
        }
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
