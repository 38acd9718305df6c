package dev.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import java.util.Map;

/** A hook, and the alerts that it gets. */
abstract class AlertFixture {
    /** What TradingView's documented placeholders become in an alert of a strategy. */
    static final String JSON =
            """
            {
              "ticker": "AAPL",
              "action": "buy",
              "contracts": 10,
              "order_id": "Long",
              "price": 187.35,
              "market_position": "long",
              "prev_market_position": "flat",
              "time": "2026-01-05T14:30:00Z",
              "id": "Long 2026-01-05T14:30:01Z"
            }
            """;

    final GatewayFixture fixture = new GatewayFixture();
    final String path = fixture.hook("tv", HookTemplate.DEFAULT);

    GatewayAnswer post(String body) {
        return fixture.answer("POST", path, Map.of("Content-Type", "text/plain"), body);
    }

    JsonNode accepted(String body) {
        GatewayAnswer answer = post(body);
        JsonNode json = GatewayFixture.json(answer);
        assertThat(answer.status()).as(json.toString()).isEqualTo(200);
        return json;
    }

    JsonNode refused(String body, int status) {
        GatewayAnswer answer = post(body);
        JsonNode json = GatewayFixture.json(answer);
        assertThat(answer.status()).as(json.toString()).isEqualTo(status);
        return json;
    }

    NewOrder sent() {
        return fixture.broker().sends().getLast().terms();
    }

    static String alert(String more) {
        return "{\"symbol\":\"AAPL\",\"action\":\"buy\"," + more + "}";
    }
}
