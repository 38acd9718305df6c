package dev.lockstep.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.web.route.ApiDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Constants are in lower case in every answer and in the OpenAPI document. */
class ShownConstantsTest {
    /** Periods as Alpaca writes them: 1m is a minute, 1M is a month. */
    private static final List<String> PERIODS = List.of("1D", "1W", "1M", "3M", "1A");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"FILLED\"}",
                "{\"orders\":[{\"purpose\":\"REQUESTED\"}]}",
                "{\"byStatus\":{\"CANCELED\":1}}",
                "{\"code\":\"KEY_REUSED\"}",
                "[\"PRICE_INCREMENT\"]"
            })
    void a_constant_in_capitals_is_found(String answer) throws IOException {
        assertThat(ShownConstants.inCapitals(MAPPER.readTree(answer))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"partially_filled\",\"symbol\":\"AAPL\",\"text\":\"NEW and FILLED\"}",
                "{\"kind\":\"fee\",\"type\":\"FEE\"}",
                "{\"status\":\"ACTIVE\",\"accountNumber\":\"PA3\"}"
            })
    void values_in_lower_case_texts_and_words_of_the_broker_are_right(String answer)
            throws IOException {
        assertThat(ShownConstants.inCapitals(MAPPER.readTree(answer))).isEmpty();
    }

    @Test
    void the_document_lists_no_value_in_capitals() throws IOException {
        try (InputStream in = ApiDocument.class.getResourceAsStream(ApiDocument.RESOURCE)) {
            assertThat(listed(MAPPER.readTree(in)))
                    .contains("filled", "halted", "position")
                    .filteredOn(value -> !PERIODS.contains(value))
                    .allSatisfy(value -> assertThat(value).isLowerCase());
        }
    }

    private static List<String> listed(JsonNode schema) {
        List<String> values = new ArrayList<>();
        schema.findValues("enum").forEach(all -> all.forEach(each -> values.add(each.asText())));
        schema.findValues("const").forEach(each -> values.add(each.asText()));
        return values;
    }
}
