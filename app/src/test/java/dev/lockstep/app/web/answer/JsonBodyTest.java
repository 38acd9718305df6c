package dev.lockstep.app.web.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.value.InvalidValueException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bodies that are no JSON object are refused, whatever their bytes are. */
class JsonBodyTest {
    @Test
    void an_object_is_read_and_an_empty_body_has_no_fields() {
        assertThat(read("{\"reason\":\"news\"}").reason()).isEqualTo("news");
        assertThat(JsonBody.read(new byte[0], Reason.class).reason()).isNull();
    }

    @Test
    void a_body_in_another_encoding_that_is_cut_off_is_refused() {
        byte[] cutOff = {0, 0, 0, '[', 0, 0};

        assertThatThrownBy(() -> JsonBody.read(cutOff, Reason.class))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("body: ")
                .hasMessageContaining("(expected: JSON in UTF-8)");
    }

    @Test
    void a_body_that_is_no_object_or_no_json_is_refused() {
        assertThatThrownBy(() -> read("[]")).hasMessageContaining("body: array");
        assertThatThrownBy(() -> read("{")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> read("{\"reason\":1e99999999999}"))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_refusal_names_the_mistake_and_no_class_of_the_parser() {
        assertThatThrownBy(() -> read("{\"reason\":NaN}"))
                .hasMessage("body: Non-standard token 'NaN' (expected: a JSON object)");
        assertThatThrownBy(() -> read("{\"reason\":" + "[".repeat(9) + "}"))
                .hasMessageStartingWith(
                        "body: Document nesting depth (9) exceeds the maximum allowed (8)");
    }

    private static Reason read(String body) {
        return JsonBody.read(body.getBytes(StandardCharsets.UTF_8), Reason.class);
    }

    /** A body with one text. */
    private record Reason(@Nullable String reason) {}
}
