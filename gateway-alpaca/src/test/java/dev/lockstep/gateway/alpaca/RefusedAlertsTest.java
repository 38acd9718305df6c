package dev.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts that make no order, and the errors that say why. */
class RefusedAlertsTest extends AlertFixture {
    @Test
    void an_id_of_another_alert_is_refused_by_name() {
        accepted(alert("\"qty\":10,\"id\":\"Long\""));

        JsonNode refused =
                refused(
                        "{\"symbol\":\"AAPL\",\"action\":\"sell\",\"qty\":10,\"id\":\"Long\"}",
                        422);

        assertThat(refused.path("field").asText()).isEqualTo("id");
        assertThat(refused.path("value").asText()).isEqualTo("Long");
        assertThat(refused.path("expected").asText()).contains("{{timenow}}");
        assertThat(fixture.broker().sends()).hasSize(1);
    }

    @Test
    void an_id_of_an_alert_for_another_quantity_is_refused() {
        accepted(alert("\"qty\":10,\"id\":\"Long\""));

        assertThat(refused(alert("\"qty\":20,\"id\":\"Long\""), 422).path("field").asText())
                .isEqualTo("id");
        assertThat(fixture.broker().sends()).hasSize(1);
    }

    @Test
    void a_body_with_a_field_twice_is_refused() {
        refused("{\"symbol\":\"AAPL\",\"symbol\":\"MSFT\",\"action\":\"buy\",\"qty\":1}", 422);

        assertThat(fixture.broker().sends()).isEmpty();
    }

    @Test
    void percent_of_the_equity_needs_a_price_and_the_account() {
        JsonNode absent = refused(alert("\"equityPercent\":10"), 422);
        assertThat(absent.path("field").asText()).isEqualTo("price");

        fixture.broker().listsDown(true);
        fixture.broker().down(true);
        refused(alert("\"equityPercent\":10,\"price\":100"), 503);
        assertThat(fixture.broker().sends()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"action\":\"buy\",\"qty\":1}|symbol|absent",
                "{\"symbol\":\"AAPL\",\"qty\":1}|action|absent",
                "{\"symbol\":\"AAPL\",\"action\":\"hold\",\"qty\":1}|action|hold",
                "{\"symbol\":\"AAPL\",\"action\":\"buy\"}|qty|absent",
                "{\"symbol\":\"AAPL\",\"action\":\"buy\",\"qty\":1,\"notional\":5}|notional|5",
                "{\"symbol\":\"AAPL\",\"action\":\"buy\",\"qty\":-1}|qty|-1",
                "{\"symbol\":\"AAPL\",\"action\":\"buy\",\"qty\":\"NaN\"}|qty|NaN",
                "{\"symbol\":\"AAPL\",\"action\":\"buy\",\"qty\":1e999999}|qty|",
                "{\"symbol\":\"AAPL\",\"action\":\"buy\",\"qty\":0.0000000001}|qty|",
                "{\"symbol\":\"AAPL\",\"action\":\"buy\",\"qty\":{}}|qty|{}",
                "{\"symbol\":\"AAPL\",\"action\":\"buy\",\"qty\":1,\"type\":\"limit\"}|limitPrice|absent",
                "{\"symbol\":\"AAPL\",\"action\":\"buy\",\"qty\":1,\"type\":\"market\",\"limitPrice\":9}"
                        + "|limitPrice|9",
                "{\"symbol\":\"AAPL\",\"action\":\"buy\",\"qty\":1,\"type\":\"limit\",\"limitPrice\":9,"
                        + "\"stopPrice\":8}|stopPrice|8",
                "{\"symbol\":\"AAPL\",\"action\":\"buy\",\"qty\":1,\"type\":\"stop\",\"limitPrice\":9,"
                        + "\"stopPrice\":8}|limitPrice|9",
                "{\"symbol\":\"AAPL\",\"action\":\"buy\",\"qty\":1,\"type\":\"iceberg\"}|type|iceberg",
                "{\"symbol\":\"AAPL\",\"action\":\"buy\",\"qty\":1,\"timeInForce\":\"gtd\"}|timeInForce|gtd",
                "{\"symbol\":\"AAPL\",\"action\":\"buy\",\"positionPercent\":50}|positionPercent|50",
                "{\"symbol\":\"AAPL\",\"action\":\"sell\",\"positionPercent\":101}|positionPercent|101",
                "{\"symbol\":\"{{ticker}}\",\"action\":\"buy\",\"qty\":1}|symbol|{{ticker}}",
                "{\"symbol\":\"AAPL\",\"action\":\"buy\",\"qty\":{{strategy.order.contracts}}}"
                        + "|body|{{strategy.order.contracts}}",
                "{\"symbol\":\"AAPL\",\"action\":\"{{strategy.order.action}}\",\"qty\":1}"
                        + "|action|{{strategy.order.action}}",
                "AAPL crossed 200|body|AAPL crossed 200",
                "''|body|empty",
                "\"buy\"|body|",
            })
    void a_wrong_value_is_named_with_what_is_allowed(String body, String field, String value) {
        JsonNode refused = refused(body == null ? "" : body, 422);

        assertThat(refused.path("field").asText()).isEqualTo(field);
        if (value != null) {
            assertThat(refused.path("value").asText()).isEqualTo(value);
        }
        assertThat(refused.path("expected").asText()).isNotEmpty();
        assertThat(refused.path("message").asText()).startsWith(field + ": ");
        assertThat(fixture.broker().sends()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=", "a=b ", "order ", "order buy @ 1 filled on ", "{\"a\":", "["})
    void a_long_text_is_refused_like_a_short_one(String part) {
        String body = part.repeat(16_000 / part.length()) + " !";

        assertThat(post(body).status()).isEqualTo(422);
    }

    @Test
    void limits_and_pauses_deny_alerts_as_they_deny_every_order() {
        new ControlRisk(fixture.repository(), fixture.clock())
                .set(LimitName.of("max-order-qty").read("5"), "ann", "careful");

        JsonNode denied = refused(JSON, 403);

        assertThat(denied.path("message").asText()).contains("order_quantity");
        assertThat(denied.path("lockstep").path(0).path("code").asText())
                .isEqualTo("order_quantity");
        assertThat(fixture.broker().sends()).isEmpty();
        new ControlRisk(fixture.repository(), fixture.clock())
                .clear(LimitName.of("max-order-qty").read("5").name(), "ann", "enough");
        accepted(JSON);
        assertThat(fixture.broker().sends()).hasSize(1);
    }

    @Test
    void nothing_is_stored_while_the_platform_is_not_ready() {
        fixture.notReady("earlier orders are being looked up");

        assertThat(refused(JSON, 503).path("message").asText()).contains("nothing was stored");
        assertThat(List.copyOf(fixture.broker().sends())).isEmpty();
    }
}
