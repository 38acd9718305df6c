package dev.lockstep.app.stress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The counts of one process, which it prints as its last line.
 *
 * @param elapsed the duration
 * @param lockErrors the number of lock errors
 * @param retries the number of writes retried because of locks
 * @param latencies the latencies of the writes
 * @param failures other failures
 */
public record StressTally(
        Duration elapsed,
        long lockErrors,
        long retries,
        Latencies latencies,
        List<String> failures) {
    private static final String ELAPSED = "elapsedMillis";
    private static final String LOCK_ERRORS = "lockErrors";
    private static final String RETRIES = "retries";
    private static final String LATENCIES = "latencies";
    private static final String FAILURES = "failures";

    public StressTally {
        failures = List.copyOf(failures);
    }

    /** Parses a line; empty if it has another format. */
    static Optional<StressTally> read(String line) {
        try {
            JsonNode node = JsonMapper.builder().build().readTree(line);
            return node.hasNonNull(ELAPSED) ? Optional.of(of(node)) : Optional.empty();
        } catch (JsonProcessingException anotherLine) {
            return Optional.empty();
        }
    }

    /** Returns the line. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(ELAPSED, elapsed.toMillis());
        node.put(LOCK_ERRORS, lockErrors);
        node.put(RETRIES, retries);
        node.set(LATENCIES, latencies.json());
        ArrayNode texts = node.putArray(FAILURES);
        failures.forEach(texts::add);
        return node;
    }

    private static StressTally of(JsonNode node) {
        List<String> failures = new ArrayList<>();
        node.path(FAILURES).forEach(text -> failures.add(text.asText()));
        return new StressTally(
                Duration.ofMillis(node.path(ELAPSED).asLong()),
                node.path(LOCK_ERRORS).asLong(),
                node.path(RETRIES).asLong(),
                Latencies.of(node.path(LATENCIES)),
                failures);
    }
}
