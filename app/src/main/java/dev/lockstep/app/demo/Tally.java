package dev.lockstep.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What one process of the demo counted; a companion writes it as its last line.
 *
 * @param rounds how often it did its work
 * @param retries how often it wrote again because others held the lock
 * @param lockErrors how often it was told that the lock could not be had
 */
public record Tally(long rounds, long retries, long lockErrors) {
    private static final String ROUNDS = "rounds";
    private static final String RETRIES = "retries";
    private static final String LOCK_ERRORS = "lockErrors";

    /** Reads a line, empty where it is none of these. */
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

    /** The line. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(ROUNDS, rounds);
        node.put(RETRIES, retries);
        node.put(LOCK_ERRORS, lockErrors);
        return node;
    }
}
