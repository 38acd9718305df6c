package dev.lockstep.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.value.InvalidValueException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookTemplateTest {
    @Test
    void a_path_is_kept_as_a_json_pointer() {
        HookTemplate template =
                HookTemplate.named(
                        Map.of("qty", "$.legs[0].qty", "symbol", "/a~1b", "type", "=stop limit"));

        assertThat(template.source(HookField.QTY)).contains("/legs/0/qty");
        assertThat(template.source(HookField.SYMBOL)).contains("/a~1b");
        assertThat(template.source(HookField.TYPE)).contains("=stop limit");
        assertThat(template.source(HookField.ACTION)).isEmpty();
    }

    @Test
    void its_text_can_be_parsed() {
        HookTemplate template = HookTemplate.named(Map.of("qty", "/a b", "type", "=stop limit"));

        assertThat(HookTemplate.parse(template.text())).isEqualTo(template);
        assertThat(HookTemplate.parse("")).isEqualTo(HookTemplate.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qty", "$", "$.", "$.a..b", "$.a[x]", "$[*]", "=", " "})
    void another_form_of_source_is_refused(String source) {
        assertThatThrownBy(() -> HookTemplate.named(Map.of("qty", source)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("qty: ");
    }

    @Test
    void an_unknown_field_is_refused_by_name() {
        assertThatThrownBy(() -> HookTemplate.named(Map.of("quantity", "/qty")))
                .hasMessageStartingWith("template: quantity (expected: symbol, action, qty,");
    }
}
