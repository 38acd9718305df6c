package dev.lockstep.broker.alpaca.connection;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;

/**
 * How long the parts of one request may take.
 *
 * @param connect until a connection stands
 * @param read between two bytes of the answer
 * @param write between two bytes of the request
 * @param call all of it together; the bound that a caller feels
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

    /** Ten seconds for a whole call. */
    public static TimeOuts defaults() {
        return new TimeOuts(CONNECT_TIME_OUT, READ_TIME_OUT, WRITE_TIME_OUT, CALL_TIME_OUT);
    }

    /** The same limit for each part and for the whole. */
    public static TimeOuts of(Duration each) {
        return new TimeOuts(each, each, each, each);
    }

    /** Zero would mean "for ever" to OkHttp. */
    private static void requirePositive(String field, Duration value) {
        if (value.isNegative() || value.toMillis() == 0) {
            throw new InvalidValueException(field, value, ">= 1 ms");
        }
    }
}
