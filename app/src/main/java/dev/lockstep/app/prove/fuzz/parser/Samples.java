package dev.lockstep.app.prove.fuzz.parser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of samples, answers and messages. */
final class Samples {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private Samples() {}

    /** Reads JSON that is valid; an empty text is a missing node. */
    static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(text);
        } catch (JsonProcessingException invalid) {
            throw new IllegalStateException("a sample is no JSON: " + text, invalid);
        }
    }

    /** Reads an object, null if the text is another value. */
    static @Nullable ObjectNode object(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? object : null;
        } catch (JsonProcessingException | NumberFormatException | ArithmeticException invalid) {
            return null;
        }
    }
}
