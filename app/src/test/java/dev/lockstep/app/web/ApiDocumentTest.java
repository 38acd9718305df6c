package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.web.route.ApiDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The OpenAPI document, held to what the server really does. */
class ApiDocumentTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String STREAM = "/api/v1/events";
    private static final String DOCUMENT = "/api/v1/openapi.json";

    @TempDir private static Path home;

    private static ServedPlatform served;
    private static String order;

    @BeforeAll
    static void trade() {
        served = new ServedPlatform(ServedPlatform.Setup.in(home));
        served.order("{\"symbol\":\"AAPL\",\"side\":\"buy\",\"qty\":\"3\"}");
        served.post("/api/v1/sync", "");
        order =
                served.order(
                                """
                                {"symbol":"AAPL","side":"buy","qty":"1","type":"limit",
                                "limitPrice":"1","timeInForce":"gtc"}\
                                """)
                        .json()
                        .path("order")
                        .path("id")
                        .asText();
        served.post("/api/v1/trading/reduce", "{\"reason\":\"test\"}");
        served.post("/api/v1/trading/resume", "{\"reason\":\"test\"}");
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void it_names_every_route_and_no_other() {
        List<String> documented =
                operations().map(operation -> operation.method() + " " + operation.path()).toList();

        assertThat(documented).containsExactlyInAnyOrderElementsOf(served.server().endpoints());
    }

    @Test
    void it_is_served_as_it_is_kept() {
        assertThat(served.get(DOCUMENT).json()).isEqualTo(document());
        assertThat(document().path("openapi").asText()).startsWith("3.1.");
    }

    @Test
    void every_operation_has_a_name_of_its_own_and_a_problem_and_every_reference_leads_somewhere() {
        assertThat(operations().map(operation -> operation.node().path("operationId").asText()))
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(operations().map(operation -> operation.node().path("responses")))
                .allMatch(responses -> responses.has("default"));
        for (JsonNode reference : document().findValues("$ref")) {
            assertThat(document().at(reference.asText().substring(1)).isObject())
                    .as(reference.asText())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void its_parameters_are_those_of_the_route(Operation operation) {
        Set<String> inPath = new TreeSet<>();
        Pattern.compile("\\{(\\w+)}")
                .matcher(operation.path())
                .results()
                .forEach(name -> inPath.add(name.group(1)));
        assertThat(operation.parameters("path")).isEqualTo(inPath);

        if (operation.method().equals("GET")
                && !Set.of(STREAM, DOCUMENT).contains(operation.path())) {
            ServedPlatform.Reply refused = served.get(operation.filled() + "?unheard-of=1");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(names(refused)).isEqualTo(operation.parameters("query"));
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void its_bodies_have_the_fields_that_the_route_takes(Operation operation) {
        JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
        JsonNode resolved = resolved(schema);
        if (resolved.path("additionalProperties").asBoolean()) {
            return;
        }
        Set<String> documented = new TreeSet<>();
        resolved.path("properties").fieldNames().forEachRemaining(documented::add);

        ServedPlatform.Reply refused =
                served.send(
                        operation.method(),
                        operation.filled(),
                        "{\"unheard-of\":1}",
                        "Idempotency-Key",
                        "document");

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo("field");
        assertThat(plain(names(refused))).isEqualTo(plain(documented));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void its_answers_have_the_fields_that_are_answered(Operation operation) {
        ServedPlatform.Reply reply = served.get(operation.asked());

        JsonNode answer = operation.node().path("responses").path(reply.status() + "");
        assertThat(answer.isObject()).as(reply.status() + " " + reply.text()).isTrue();
        JsonNode schema = answer.at("/content/application~1json/schema");
        assertThat(mismatches(schema, reply.json(), "answer")).isEmpty();
    }

    @Test
    void the_answers_to_changes_have_their_fields_too() {
        conforms("POST", "/api/v1/orders", "{\"symbol\":\"AAPL\",\"side\":\"buy\",\"qty\":\"1\"}");
        conforms(
                "POST",
                "/api/v1/orders/preview",
                "{\"symbol\":\"AAPL\",\"side\":\"buy\",\"qty\":\"1.5\",\"timeInForce\":\"gtc\"}");
        conforms("POST", "/api/v1/orders/{id}/preview", "{\"limitPrice\":\"2\"}");
        conforms("PATCH", "/api/v1/orders/{id}", "{\"limitPrice\":\"2\"}");
        conforms("POST", "/api/v1/orders/cancel-all", "{\"symbol\":\"AAPL\"}");
        conforms("POST", "/api/v1/sync", "");
        conforms("POST", "/api/v1/backup", "");
        conforms("PUT", "/api/v1/risk/limits/{name}", "{\"value\":\"10\",\"reason\":\"test\"}");
        conforms("DELETE", "/api/v1/risk/limits/{name}", "{\"reason\":\"test\"}");
        String ofStrategy = "/api/v1/strategies/{strategy}/";
        conforms("PUT", ofStrategy + "limits/{name}", "{\"value\":\"10\",\"reason\":\"test\"}");
        conforms("POST", ofStrategy + "pause", "{\"reason\":\"test\"}");
        conforms("POST", ofStrategy + "resume", "{\"reason\":\"test\"}");
        conforms("DELETE", ofStrategy + "limits/{name}", "{\"reason\":\"test\"}");
        conforms("POST", "/api/v1/trading/halt", "{\"reason\":\"test\"}");
        conforms("POST", "/api/v1/trading/resume", "{\"reason\":\"test\"}");
        conforms("POST", "/api/v1/positions/{symbol}/close", "{\"percent\":\"50\"}");
        conforms("POST", "/api/v1/positions/{symbol}/reverse", "{\"side\":\"sell\"}");
        conforms("POST", "/api/v1/simulator/price", "{\"symbol\":\"AAPL\",\"price\":\"9\"}");
        conforms(
                "POST",
                "/api/v1/trading/halt",
                "{\"reason\":\"test\",\"flatten\":true,\"waitSeconds\":\"0\"}");
        conforms("POST", "/api/v1/trading/halt", "{\"reason\":\"test\",\"flatten\":true}");
        conforms("POST", "/api/v1/trading/resume", "{\"reason\":\"test\"}");
    }

    private static void conforms(String method, String path, String body) {
        Operation operation =
                operations()
                        .filter(each -> each.method().equals(method) && each.path().equals(path))
                        .findFirst()
                        .orElseThrow();
        ServedPlatform.Reply reply =
                served.send(
                        method, operation.filled(), body, "Idempotency-Key", "conforms " + path);
        JsonNode answer = operation.node().path("responses").path(reply.status() + "");
        assertThat(answer.isObject()).as(reply.status() + " " + reply.text()).isTrue();
        assertThat(
                        mismatches(
                                answer.at("/content/application~1json/schema"),
                                reply.json(),
                                method + " " + path))
                .isEmpty();
    }

    /** Where an answer is not as its schema says; also what the schema does not know of. */
    private static List<String> mismatches(JsonNode unresolved, JsonNode value, String where) {
        JsonNode schema = resolved(unresolved);
        if (schema.has("oneOf")) {
            return mismatches(schema.path("oneOf").path(value.isNull() ? 1 : 0), value, where);
        }
        List<String> types = new ArrayList<>();
        JsonNode type = schema.path("type");
        (type.isArray() ? type : List.of(type)).forEach(each -> types.add(each.asText()));
        if (!types.contains(typeOf(value))) {
            return List.of(where + ": " + typeOf(value) + " (expected: " + types + ")");
        }
        List<String> mismatches = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each -> mismatches.addAll(mismatches(schema.path("items"), each, where)));
        }
        if (value.isObject() && schema.has("properties")) {
            mismatches.addAll(ofObject(schema, value, where));
        }
        if (schema.has("enum")
                && !schema.path("enum").toString().contains("\"" + value.asText() + "\"")) {
            mismatches.add(where + ": " + value + " is not in " + schema.path("enum"));
        }
        return mismatches;
    }

    private static List<String> ofObject(JsonNode schema, JsonNode value, String where) {
        List<String> mismatches = new ArrayList<>();
        value.properties()
                .forEach(field -> {
                    String name = where + "." + field.getKey();
                    JsonNode known = schema.path("properties").path(field.getKey());
                    mismatches.addAll(
                            known.isMissingNode()
                                    ? List.of(name + " is not documented")
                                    : mismatches(known, field.getValue(), name));
                });
        schema.path("required")
                .forEach(field -> {
                    if (!value.has(field.asText())) {
                        mismatches.add(where + "." + field.asText() + " is missing");
                    }
                });
        return mismatches;
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "null";
        };
    }

    private static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? document().at(schema.path("$ref").asText().substring(1))
                : schema;
    }

    private static Set<String> names(ServedPlatform.Reply refused) {
        String expected = refused.json().path("expected").asText();
        Set<String> none = Set.of("none", "no fields");
        return none.contains(expected)
                ? Set.of()
                : new TreeSet<>(Arrays.asList(expected.split(", ")));
    }

    /** A file of orders writes them with underscores. */
    private static Set<String> plain(Set<String> names) {
        Set<String> plain = new TreeSet<>();
        names.forEach(name -> plain.add(name.replace("_", "").toLowerCase(Locale.ROOT)));
        return plain;
    }

    static Stream<Operation> reads() {
        return operations()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation ->
                        !operation
                                .node()
                                .at("/responses/200/content/application~1json")
                                .isMissingNode());
    }

    static Stream<Operation> changes() {
        return operations().filter(operation -> !operation.method().equals("GET"));
    }

    static Stream<Operation> operations() {
        Map<String, JsonNode> paths = new LinkedHashMap<>();
        document().path("paths").properties().forEach(e -> paths.put(e.getKey(), e.getValue()));
        return paths.entrySet().stream()
                .flatMap(path ->
                        path.getValue().properties().stream()
                                .filter(entry -> METHODS.contains(entry.getKey()))
                                .map(entry ->
                                        new Operation(
                                                entry.getKey().toUpperCase(Locale.ROOT),
                                                path.getKey(),
                                                entry.getValue())));
    }

    private static JsonNode document() {
        try (InputStream in = ApiDocument.class.getResourceAsStream(ApiDocument.RESOURCE)) {
            return JsonMapper.builder().build().readTree(in);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Something that can be asked. */
    record Operation(String method, String path, JsonNode node) {
        Set<String> parameters(String in) {
            Set<String> names = new TreeSet<>();
            node.path("parameters")
                    .forEach(parameter -> {
                        if (parameter.path("in").asText().equals(in)) {
                            names.add(parameter.path("name").asText());
                        }
                    });
            return names;
        }

        /** With the names of things that are there. */
        String filled() {
            return path.replace("{id}", order)
                    .replace("{symbol}", "AAPL")
                    .replace("{number}", "1")
                    .replace("{strategy}", "trend")
                    .replace("{channel}", "desk")
                    .replace("{kind}", "orders")
                    .replace("{name}", "max-open-orders");
        }

        String asked() {
            return filled() + ServedPlatform.asked(path);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
