package dev.lockstep.alpaca.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of a body are parsed as leniently as Alpaca does. */
class RequestFieldsTest {
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final RequestFields fields = new RequestFields(json);

    @Test
    void a_number_may_be_a_string_and_an_empty_string_is_absent() {
        json.put("qty", "1.50").put("limit_price", 2).put("stop_price", "").putNull("trail");

        assertThat(fields.decimal("qty")).isEqualTo(new BigDecimal("1.50"));
        assertThat(fields.decimal("limit_price")).isEqualTo(BigDecimal.TWO);
        assertThat(fields.decimal("stop_price")).isNull();
        assertThat(fields.decimal("trail")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "0x10",
                "\u0661",
                "1e-30000000",
                "1e40",
                "1e2147483648",
                "-1e2147483648",
                "1e-2147483647",
                "12345678901234567890123456789012345678901",
                "0.00000000000000000000000000000000000000001"
            })
    void a_number_that_is_none_or_has_too_many_digits_is_refused(String text) {
        json.put("qty", text);

        assertThatThrownBy(() -> fields.decimal("qty"))
                .isInstanceOfSatisfying(
                        RefusedRequest.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.malformed()));
    }

    @Test
    void a_required_field_that_is_absent_is_named() {
        assertThatThrownBy(() -> fields.required("symbol"))
                .isInstanceOfSatisfying(
                        RefusedRequest.class,
                        refused ->
                                assertThat(refused.refusal().json().toString())
                                        .isEqualTo(
                                                "{\"code\":40010001,\"message\":\"symbol is required\"}"));
    }

    @Test
    void a_flag_is_true_or_false_in_any_form() {
        json.put("a", true).put("b", "false").put("c", "yes");

        assertThat(fields.flag("a")).isTrue();
        assertThat(fields.flag("b", true)).isFalse();
        assertThat(fields.flag("absent", true)).isTrue();
        assertThatThrownBy(() -> fields.flag("c")).isInstanceOf(RefusedRequest.class);
    }
}
