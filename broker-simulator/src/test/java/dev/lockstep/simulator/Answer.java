package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Required and optional fields of an answer, as a typed client reads them: one {@code name type}
 * for each, where {@code type?} may also be absent or null.
 */
final class Answer {
    private final JsonNode json;

    Answer(JsonNode json) {
        this.json = json;
    }

    /** Checks every field. */
    void has(String fields) {
        for (String field : fields.strip().split("[,\n]\\s*", -1)) {
            String[] parts = field.strip().split(" ", -1);
            String type = parts[1];
            JsonNode value = json.path(parts[0]);
            boolean optional = type.endsWith("?");
            if (!optional || !(value.isMissingNode() || value.isNull())) {
                check(parts[0], value, optional ? type.substring(0, type.length() - 1) : type);
            }
        }
    }

    private void check(String name, JsonNode value, String type) {
        switch (type) {
            case "text" -> require(value.isTextual(), name, value, type);
            case "flag" -> require(value.isBoolean(), name, value, type);
            case "int" -> require(value.isIntegralNumber(), name, value, type);
            case "list" -> require(value.isArray(), name, value, type);
            case "object" -> require(value.isObject(), name, value, type);
            case "float" -> assertThat(Double.parseDouble(value.asText())).as(name).isFinite();
            case "uuid" -> assertThat(UUID.fromString(value.asText())).as(name).isNotNull();
            case "time" -> assertThat(OffsetDateTime.parse(value.asText())).as(name).isNotNull();
            case "date" -> assertThat(LocalDate.parse(value.asText())).as(name).isNotNull();
            default -> throw new IllegalArgumentException("type: " + type);
        }
    }

    private void require(boolean holds, String name, JsonNode value, String type) {
        assertThat(holds).as("%s: %s (expected: %s) in %s", name, value, type, json).isTrue();
    }
}
