package dev.lockstep.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The counts of one process of the demo, which a companion prints as its last line.
 *
 * @param rounds the number of rounds
 * @param retries the number of writes retried because of locks
 * @param lockErrors the number of lock errors
 */
public record Tally(long rounds, long retries, long lockErrors) {
    private static final String ROUNDS = "rounds";
    private static final String RETRIES = "retries";
    private static final String LOCK_ERRORS = "lockErrors";

    /** Parses a line; empty if it has another format. */
    static Optional<Tally> read(String line) {
        try {
            JsonNode node = JsonMapper.builder().build().readTree(line);
            return node.hasNonNull(ROUNDS)
                    ? Optional.of(
                            new Tally(
                                    node.path(ROUNDS).asLong(),
                                    node.path(RETRIES).asLong(),
                                    node.path(LOCK_ERRORS).asLong()))
                    : Optional.empty();
        } catch (JsonProcessingException anotherLine) {
            return Optional.empty();
        }
    }

    /** Returns the line. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(ROUNDS, rounds);
        node.put(RETRIES, retries);
        node.put(LOCK_ERRORS, lockErrors);
        return node;
    }
}
