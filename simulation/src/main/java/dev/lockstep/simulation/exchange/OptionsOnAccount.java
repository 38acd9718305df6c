package dev.lockstep.simulation.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.lockstep.broker.alpaca.connection.InProcessLink.Received;
import dev.lockstep.broker.alpaca.connection.InProcessLink.Sent;
import java.util.List;

/** An option that the account holds and an order of one, as the broker's lists show them. */
final class OptionsOnAccount {
    private static final ObjectMapper JSON = new JsonMapper();
    private static final String POSITION =
            """
            {"asset_id":"0f0f0f0f-0000-4000-8000-000000000001","symbol":"AAPL260320C00100000",
             "exchange":"","asset_class":"us_option","qty":"2","avg_entry_price":"3.1","side":"long",
             "market_value":"640","cost_basis":"620","unrealized_pl":"20","current_price":"3.2",
             "qty_available":"2"}\
            """;
    private static final String ORDER =
            """
            {"id":"0f0f0f0f-0000-4000-8000-000000000002","client_order_id":"option-elsewhere",
             "created_at":"2026-03-02T14:59:00Z","updated_at":"2026-03-02T14:59:00Z",
             "submitted_at":"2026-03-02T14:59:00Z","asset_class":"us_option",
             "symbol":"AAPL260320C00100000","qty":"2","filled_qty":"0","order_class":"simple",
             "order_type":"limit","type":"limit","side":"sell","time_in_force":"day",
             "limit_price":"9.9","status":"new","extended_hours":false,"legs":null}\
            """;

    private OptionsOnAccount() {}

    static Received shown(Sent sent, Received received) {
        if (!sent.method().equals("GET") || received.status() != 200) {
            return received;
        }
        if (sent.path().equals("/v2/positions")) {
            return with(received, POSITION);
        }
        boolean listed =
                sent.path().equals("/v2/orders")
                        && !sent.query().containsKey("after")
                        && !sent.query().containsKey("until")
                        && sent.query().getOrDefault("status", List.of("open")).contains("open");
        return listed ? with(received, ORDER) : received;
    }

    private static Received with(Received received, String item) {
        try {
            JsonNode body = JSON.readTree(received.body());
            if (body instanceof ArrayNode list) {
                list.add(JSON.readTree(item));
            }
            return new Received(
                    received.status(), received.headers(), JSON.writeValueAsString(body));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a list that cannot be read", unreadable);
        }
    }
}
