package dev.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.order.id.OrderId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeThroughGatewayTest {
    private static final String LIMIT =
            "{\"symbol\":\"AAPL\",\"qty\":10,\"side\":\"buy\",\"type\":\"limit\","
                    + "\"limit_price\":\"100\",\"time_in_force\":\"gtc\",\"client_order_id\":\"1\"}";

    private final GatewayFixture fixture = new GatewayFixture();
    private final GatewayFixture.Bot bot = fixture.bot("trend", KeyView.STRATEGY);

    @Test
    void a_replacement_is_a_new_order_that_names_the_old_one() {
        String old = bot.ok("POST", "/v2/orders", LIMIT).path("id").asText();

        JsonNode next =
                bot.ok(
                        "PATCH",
                        "/v2/orders/" + old,
                        "{\"qty\":\"5\",\"limit_price\":99.5,\"client_order_id\":\"2\"}");

        assertThat(next.path("replaces").asText()).isEqualTo(old);
        assertThat(next.path("id").asText()).isNotEqualTo(old);
        assertThat(next.path("client_order_id").asText()).isEqualTo("2");
        assertThat(next.path("limit_price").asText()).isEqualTo("99.5");
        assertThat(fixture.broker().replacements()).hasSize(1);
    }

    @Test
    void a_replacement_that_changes_nothing_is_refused_in_the_venues_words() {
        String old = bot.ok("POST", "/v2/orders", LIMIT).path("id").asText();

        bot.refused(
                "PATCH",
                "/v2/orders/" + old,
                "{\"qty\":\"10\"}",
                403,
                40310000,
                "order parameters are not changed");
        bot.refused("PATCH", "/v2/orders/" + old, "{\"qty\":0}", 422, 42210000, "qty must be > 0");
        bot.refused("PATCH", "/v2/orders/" + old, "{\"stop_price\":9}", 422, 42210000, "invalid");
    }

    @Test
    void a_cancel_is_a_request_without_a_body() {
        String id = bot.ok("POST", "/v2/orders", LIMIT).path("id").asText();

        assertThat(bot.send("DELETE", "/v2/orders/" + id, "").status()).isEqualTo(204);

        assertThat(fixture.broker().cancels()).hasSize(1);
        assertThat(bot.read("/v2/orders/" + id).path("status").asText())
                .isEqualTo("pending_cancel");
    }

    @Test
    void the_history_of_an_order_names_the_key_that_requested_each_step() {
        String old = bot.ok("POST", "/v2/orders", LIMIT).path("id").asText();
        assertThat(history(old)).startsWith("submit by key trend");

        String next = bot.ok("PATCH", "/v2/orders/" + old, "{\"qty\":\"5\"}").path("id").asText();
        assertThat(history(next)).startsWith("replace order " + old + " by key trend");
        bot.send("DELETE", "/v2/orders/" + next, "");
        assertThat(history(next)).contains("cancel by key trend");

        GatewayFixture.Bot owner = fixture.bot("owner", KeyView.ACCOUNT);
        String last =
                bot.ok("POST", "/v2/orders", LIMIT.replace("\"1\"", "\"3\"")).path("id").asText();
        owner.ok("DELETE", "/v2/orders", "");
        assertThat(history(last)).contains("cancel all by key owner");
    }

    private List<String> history(String id) {
        return fixture.repository().history(new OrderId(id)).stream()
                .map(event -> event.evidence().summary())
                .toList();
    }

    @Test
    void all_cancels_of_a_strategy_leave_the_others() {
        bot.ok("POST", "/v2/orders", LIMIT);
        GatewayFixture.Bot other = fixture.bot("carry", KeyView.STRATEGY);
        other.ok("POST", "/v2/orders", LIMIT);

        JsonNode canceled = bot.ok("DELETE", "/v2/orders", "");

        assertThat(canceled).hasSize(1);
        assertThat(canceled.path(0).path("status").asInt()).isEqualTo(200);
        assertThat(canceled.path(0).path("body").path("client_order_id").asText()).isEqualTo("1");
        assertThat(fixture.broker().cancels()).hasSize(1);
        assertThat(bot.ok("DELETE", "/v2/orders", "")).hasSize(1);
    }

    @Test
    void a_position_that_does_not_exist_cannot_be_closed() {
        bot.refused("DELETE", "/v2/positions/AAPL", "", 404, 40410000, "position does not exist");
        bot.refused(
                "DELETE",
                "/v2/positions/AAPL?qty=1&percentage=5",
                "",
                422,
                40010001,
                "only one of qty or percentage");
        bot.refused("DELETE", "/v2/positions/AAPL?percentage=101", "", 422, 42210000, "percentage");
        bot.refused("DELETE", "/v2/positions/AAPL?qty=", "", 422, 40010001, "invalid qty");
        bot.refused(
                "DELETE",
                "/v2/positions/AAPL?percentage=",
                "",
                422,
                40010001,
                "invalid percentage");
        assertThat(bot.ok("DELETE", "/v2/positions?cancel_orders=true", "")).isEmpty();
    }
}
