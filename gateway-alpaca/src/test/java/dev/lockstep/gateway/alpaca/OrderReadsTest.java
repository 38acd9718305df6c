package dev.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.order.id.OrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderReadsTest {
    private final GatewayFixture fixture = new GatewayFixture();
    private final GatewayFixture.Bot bot = fixture.bot("trend", KeyView.STRATEGY);
    private final GatewayFixture.Bot other = fixture.bot("carry", KeyView.STRATEGY);
    private final GatewayFixture.Bot owner = fixture.bot("owner", KeyView.ACCOUNT);

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(order -> names.add(order.path("client_order_id").asText()));
        return names;
    }

    @Test
    void a_strategy_sees_its_own_orders_only() {
        String id = bot.buys("1").path("id").asText();
        other.buys("2");

        assertThat(names(bot.read("/v2/orders"))).containsExactly("1");
        assertThat(names(other.read("/v2/orders"))).containsExactly("2");
        assertThat(owner.read("/v2/orders")).hasSize(2);
        assertThat(other.get("/v2/orders/" + id).status()).isEqualTo(404);
        assertThat(other.send("DELETE", "/v2/orders/" + id, "").status()).isEqualTo(404);
        assertThat(other.send("PATCH", "/v2/orders/" + id, "{\"qty\":5}").status()).isEqualTo(404);
        assertThat(fixture.broker().cancels()).isEmpty();
    }

    @Test
    void a_leg_has_the_class_of_its_parent() {
        String bracket =
                GatewayFixture.market("1")
                        .replace(
                                "\"qty\"",
                                "\"order_class\":\"bracket\",\"take_profit\":{\"limit_price\":300},"
                                        + "\"stop_loss\":{\"stop_price\":100},\"qty\"");
        JsonNode leg = bot.ok("POST", "/v2/orders", bracket).path("legs").path(0);

        assertThat(leg.path("order_class").asText()).isEqualTo("bracket");
        assertThat(bot.read("/v2/orders/" + leg.path("id").asText()).path("order_class").asText())
                .isEqualTo("bracket");
    }

    @Test
    void pages_lead_from_one_to_the_next() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(bot.buys("n" + i).path("id").asText());
            fixture.clock().pass(Duration.ofSeconds(10));
        }

        assertThat(names(bot.read("/v2/orders?limit=2"))).containsExactly("n4", "n3");
        assertThat(names(bot.read("/v2/orders?direction=asc&limit=2&after_order_id=" + ids.get(1))))
                .containsExactly("n2", "n3");
        assertThat(names(bot.read("/v2/orders?limit=2&before_order_id=" + ids.get(2))))
                .containsExactly("n1", "n0");
        String third =
                fixture.repository()
                        .find(new OrderId(ids.get(2)))
                        .orElseThrow()
                        .createdAt()
                        .toString();
        assertThat(names(bot.read("/v2/orders?direction=asc&after=" + third)))
                .containsExactly("n3", "n4");
        assertThat(names(bot.read("/v2/orders?until=" + third))).containsExactly("n1", "n0");
        assertThat(names(bot.read("/v2/orders?symbols=MSFT,TSLA"))).isEmpty();
        assertThat(names(bot.read("/v2/orders?symbols=AAPL&side=sell"))).isEmpty();
        assertThat(names(bot.read("/v2/orders?status=closed"))).isEmpty();
    }

    @Test
    void invalid_parameters_are_refused_in_the_venues_words() {
        bot.refused("GET", "/v2/orders?status=odd", "", 422, 40010001, "invalid status");
        bot.refused("GET", "/v2/orders?limit=0", "", 422, 40010001, "invalid limit");
        bot.refused("GET", "/v2/orders?after=soon", "", 422, 40010001, "failed to parse after");
        bot.refused("GET", "/v2/orders/7", "", 422, 40010001, "order_id is missing");
        String unknown = "904837e3-3b76-47ec-b432-046db621571b";
        bot.refused("GET", "/v2/orders/" + unknown, "", 404, 40410000, "order not found for");
        assertThat(bot.read("/v2/orders?after=undefined&limit=null")).isEmpty();
    }

    @Test
    void reading_orders_asks_the_venue_for_nothing_but_the_names_of_instruments() {
        bot.buys("1");
        bot.read("/v2/orders");
        bot.read("/v2/orders");

        assertThat(fixture.venue().requests()).allMatch(path -> path.contains("/v2/assets/"));
    }
}
