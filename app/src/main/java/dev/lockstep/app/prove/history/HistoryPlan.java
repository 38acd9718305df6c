package dev.lockstep.app.prove.history;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.history.ClientPace;
import java.time.Duration;

/**
 * How much is done in a run.
 *
 * @param length the time during which clients send requests, {@link #MIN_LENGTH} to {@link
 *     #MAX_LENGTH}
 * @param clients the number of clients, 1 to {@link #MAX_CLIENTS}
 * @param pace how fast each client is
 * @param processes the number of processes, 1 to {@link #MAX_PROCESSES}
 * @param seed of the requests and of the disturbances; their moments depend on the machine
 */
public record HistoryPlan(Duration length, int clients, ClientPace pace, int processes, long seed) {
    /** The shortest run. */
    public static final Duration MIN_LENGTH = Duration.ofSeconds(1);

    /** The longest run. */
    public static final Duration MAX_LENGTH = Duration.ofHours(2);

    /** The maximum number of clients. */
    public static final int MAX_CLIENTS = 256;

    /** The maximum number of processes. */
    public static final int MAX_PROCESSES = 8;

    public HistoryPlan {
        require("clients", clients, MAX_CLIENTS);
        require("processes", processes, MAX_PROCESSES);
    }

    private static void require(String field, int value, int max) {
        if (value < 1 || value > max) {
            throw new InvalidValueException(field, value, "1 to " + max);
        }
    }
}
