package dev.lockstep.broker.alpaca.connection;

import dev.lockstep.broker.alpaca.connection.Reply.RateLimit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a server says about its rate limit. A header that cannot be read is one that was not
 * sent.
 */
final class RateLimitHeaders {
    /** The window ends within that second, so the next one has surely begun after one more. */
    private static final Duration AFTER_RESET = Duration.ofSeconds(1);

    private final Headers headers;
    private final Instant now;

    /**
     * Reads an answer's headers.
     *
     * @param now our time, used where the answer does not tell the server's
     */
    RateLimitHeaders(Headers headers, Instant now) {
        this.headers = headers;
        this.now = now;
    }

    RateLimit read() {
        Duration retryAfter = retryAfter();
        return new RateLimit(
                smallNumber("X-RateLimit-Limit"),
                smallNumber("X-RateLimit-Remaining"),
                retryAfter == null ? untilReset() : retryAfter);
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

    /** The server's own clock, so that ours may be wrong. */
    private Instant serverTime() {
        Instant said = headers.getInstant("Date");
        return said == null ? now : said;
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
