package dev.lockstep.domain.risk.limit;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.Text;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that holds trading back until the one who asked for it lifts it. A person's is one;
 * each watchdog has its own, so that neither lifts the other's.
 *
 * @param source who holds it back: {@link #OPERATOR} or a watchdog's name
 * @param state what may still be sent
 * @param who the person or process that asked for it
 * @param why for what reason
 * @param since since when
 */
public record Restriction(
        String source, TradingState state, String who, String why, Instant since) {
    /** The source of what a person asks for. */
    public static final String OPERATOR = "operator";

    /** The source of a person's request to close every position; it ends with the last one. */
    public static final String FLATTEN = "flatten";

    /**
     * The source of a person's request to cancel every external order; it ends with the last one.
     */
    public static final String CANCEL_EXTERNAL = "cancel-external";

    /** The sources of requests. A request comes with a halt of the operator, and ends once done. */
    public static final List<String> REQUESTS = List.of(FLATTEN, CANCEL_EXTERNAL);

    /** The source of the restriction while the last good sync is too old; the next one ends it. */
    public static final String SYNC = "sync";

    /** The source of the halt of a store whose orders were, or are being, moved to another one. */
    public static final String STORE_COPY = "store-copy";

    /** The longest text that is kept of who and why, in characters. */
    public static final int MAX_CHARS = 200;

    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public Restriction {
        requireSource(source);
        if (state == TradingState.ACTIVE) {
            throw new InvalidValueException("state", state, "reducing or halted");
        }
        Text.printable("who", who, MAX_CHARS);
        Text.printable("why", why, MAX_CHARS);
    }

    static void requireSource(String source) {
        if (!SOURCE.matcher(source).matches()) {
            throw new InvalidValueException(
                    "source", source, "1 to 32 lower-case letters, digits and dashes");
        }
    }
}
