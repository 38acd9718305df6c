package dev.lockstep.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Compares responses with the OpenAPI schema that Alpaca has published. */
final class PublishedSchema {
    private final JsonNode document;

    PublishedSchema(Path file) throws IOException {
        this.document = new ObjectMapper().readTree(file.toFile());
    }

    /** Returns the violations of a response to a request for the path, in the schema's spelling. */
    List<String> faultsOf(String method, String path, int status, JsonNode answer) {
        JsonNode operation =
                document.required("paths").required(path).required(method.toLowerCase(Locale.ROOT));
        JsonNode response = operation.required("responses").required(Integer.toString(status));
        JsonNode described =
                response.has("$ref")
                        ? document.requiredAt(response.get("$ref").asText().substring(1))
                        : response;
        JsonNode content = described.path("content");
        if (content.isMissingNode()) {
            return answer.isEmpty() ? List.of() : List.of(path + ": " + answer + " (expected: -)");
        }
        return faults(path, content.required("application/json").required("schema"), answer);
    }

    /** Returns the violations of an object of the named component. */
    List<String> faultsOf(String component, JsonNode answer) {
        return faults(component, component(component), answer);
    }

    /** Returns the properties of a component that an object lacks. */
    List<String> missing(String component, JsonNode answer) {
        List<String> missing = new ArrayList<>();
        component(component).required("properties").fieldNames().forEachRemaining(missing::add);
        missing.removeIf(answer::has);
        return missing;
    }

    private JsonNode component(String name) {
        return document.required("components").required("schemas").required(name);
    }

    private List<String> faults(String at, JsonNode schema, JsonNode value) {
        if (schema.has("$ref")) {
            String pointer = schema.get("$ref").asText().substring(1);
            return faults(at, document.requiredAt(pointer), value);
        }
        List<String> faults = new ArrayList<>();
        if (schema.has("type") && !typed(schema.get("type"), value)) {
            faults.add(at + ": " + value + " (expected: " + schema.get("type") + ")");
            return faults;
        }
        schema.path("allOf").forEach(part -> faults.addAll(faults(at, part, value)));
        alternatives(at, schema.path("anyOf"), value, faults);
        alternatives(at, schema.path("oneOf"), value, faults);
        checkEnum(at, schema, value, faults);
        object(at, schema, value, faults);
        for (int i = 0; schema.has("items") && i < value.size() && value.isArray(); i++) {
            faults.addAll(faults(at + "/" + i, schema.get("items"), value.get(i)));
        }
        return faults;
    }

    private void alternatives(String at, JsonNode schemas, JsonNode value, List<String> faults) {
        boolean met =
                schemas.isEmpty()
                        || stream(schemas).anyMatch(one -> faults(at, one, value).isEmpty());
        if (!met) {
            faults.add(at + ": " + value + " (expected: one of " + schemas.size() + " schemas)");
        }
    }

    private void object(String at, JsonNode schema, JsonNode value, List<String> faults) {
        if (!value.isObject()) {
            return;
        }
        schema.path("required")
                .forEach(key -> {
                    if (!value.has(key.asText())) {
                        faults.add(at + "/" + key.asText() + ": missing");
                    }
                });
        schema.path("properties")
                .properties()
                .forEach(property -> {
                    String key = property.getKey();
                    if (value.has(key)) {
                        faults.addAll(faults(at + "/" + key, property.getValue(), value.get(key)));
                    }
                });
    }

    private static void checkEnum(String at, JsonNode schema, JsonNode value, List<String> faults) {
        if (value.isNull()) {
            return;
        }
        if (schema.has("enum") && stream(schema.get("enum")).noneMatch(value::equals)) {
            faults.add(at + ": " + value + " (expected: " + schema.get("enum") + ")");
        }
        if (value.isTextual()) {
            text(at, schema, value.asText(), faults);
        }
    }

    private static void text(String at, JsonNode schema, String text, List<String> faults) {
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        if (text.length() < least || text.length() > most) {
            faults.add(at + ": '" + text + "' (expected: " + least + " to " + most + " letters)");
        }
        String pattern = schema.path("pattern").asText("");
        if (!Pattern.compile(pattern).matcher(text).find()) {
            faults.add(at + ": '" + text + "' (expected: " + pattern + ")");
        }
        String format = schema.path("format").asText("");
        // The schema gives an activity's date the type date-time; its own example is a plain date.
        if (format.equals("date-time") && at.endsWith("/date")) {
            format = "date";
        }
        if (!formatted(format, text)) {
            faults.add(at + ": '" + text + "' (expected: format " + format + ")");
        }
    }

    private static boolean formatted(String format, String text) {
        try {
            Object parsed =
                    switch (format) {
                        case "uuid" -> UUID.fromString(text);
                        case "date" -> LocalDate.parse(text);
                        case "date-time" -> OffsetDateTime.parse(text);
                        case "decimal" -> new BigDecimal(text);
                        default -> text;
                    };
            return parsed != null;
        } catch (IllegalArgumentException | DateTimeParseException unlike) {
            return false;
        }
    }

    private static boolean typed(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            return stream(type).anyMatch(one -> typed(one, value));
        }
        return switch (type.asText()) {
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> throw new AssertionError("a type unknown to the checker: " + type);
        };
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
