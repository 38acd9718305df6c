package dev.lockstep.broker.alpaca.connection;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;

/**
 * Timeouts of a request.
 *
 * @param connect until the connection is established
 * @param read between two bytes of the response
 * @param write between two bytes of the request
 * @param call the whole call, the limit a caller observes
 */
public record TimeOuts(Duration connect, Duration read, Duration write, Duration call) {
    private static final Duration CONNECT_TIME_OUT = Duration.ofSeconds(5);
    private static final Duration READ_TIME_OUT = Duration.ofSeconds(10);
    private static final Duration WRITE_TIME_OUT = Duration.ofSeconds(5);
    private static final Duration CALL_TIME_OUT = Duration.ofSeconds(10);

    public TimeOuts {
        requirePositive("connectTimeOut", connect);
        requirePositive("readTimeOut", read);
        requirePositive("writeTimeOut", write);
        requirePositive("callTimeOut", call);
    }

    /** Returns the defaults: ten seconds for the whole call. */
    public static TimeOuts defaults() {
        return new TimeOuts(CONNECT_TIME_OUT, READ_TIME_OUT, WRITE_TIME_OUT, CALL_TIME_OUT);
    }

    /** Returns the same timeout for each part and for the whole call. */
    public static TimeOuts of(Duration each) {
        return new TimeOuts(each, each, each, each);
    }

    /** Rejects zero, which OkHttp treats as no timeout. */
    private static void requirePositive(String field, Duration value) {
        if (value.isNegative() || value.toMillis() == 0) {
            throw new InvalidValueException(field, value, ">= 1 ms");
        }
    }
}
