package dev.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport.StatusReport;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountReadsTest {
    private static final String POSITION =
            "[{\"asset_id\":\"a\",\"symbol\":\"AAPL\",\"qty\":\"30\",\"avg_entry_price\":\"90\","
                    + "\"current_price\":\"110\",\"lastday_price\":\"105\",\"side\":\"long\"}]";
    private static final String ACCOUNT =
            "{\"id\":\"x\",\"cash\":\"5000\",\"equity\":\"9000\",\"buying_power\":\"10000\"}";

    private final GatewayFixture fixture = new GatewayFixture();
    private final GatewayFixture.Bot bot = fixture.bot("trend", KeyView.STRATEGY);
    private final GatewayFixture.Bot other = fixture.bot("carry", KeyView.STRATEGY);
    private final GatewayFixture.Bot owner = fixture.bot("owner", KeyView.ACCOUNT);
    private Order filled;

    @BeforeEach
    void holdTenShares() {
        fixture.venue().answers("/v2/positions", POSITION);
        fixture.venue().answers("/v2/account", ACCOUNT);
        JsonNode order = bot.buys("1");
        OrderId id = new OrderId(order.path("id").asText());
        fixture.broker().set(fixture.repository().find(id).orElseThrow(), OrderStatus.FILLED, "10");
        new SyncOrders(
                        fixture.repository(),
                        fixture.broker(),
                        fixture.ports().ids(),
                        fixture.clock())
                .sync();
        filled = fixture.repository().find(id).orElseThrow();
    }

    @Test
    void a_strategy_sees_its_own_part_of_a_position() {
        JsonNode positions = bot.read("/v2/positions");

        assertThat(positions).hasSize(1);
        assertThat(positions.path(0).path("qty").asText()).isEqualTo("10");
        assertThat(positions.path(0).path("market_value").asText()).isEqualTo("1100");
        assertThat(positions.path(0).path("asset_id").asText()).isEqualTo("a");
        assertThat(other.read("/v2/positions")).isEmpty();
        assertThat(owner.read("/v2/positions").path(0).path("qty").asText()).isEqualTo("30");
        other.refused("GET", "/v2/positions/AAPL", "", 404, 40410000, "position does not exist");
        assertThat(bot.read("/v2/positions/AAPL").path("qty").asText()).isEqualTo("10");
    }

    @Test
    void a_part_bought_after_the_account_was_closed_has_its_own_average_price() {
        NewOrder sale =
                new NewOrder(
                        filled.terms().symbol(),
                        Side.SELL,
                        Quantity.of("10"),
                        new OrderType.Market(),
                        TimeInForce.DAY);
        trade(sale, "10", "120");
        trade(SampleOrders.tenShares().with(new StrategyId("trend")), "4", "130");

        JsonNode position = bot.read("/v2/positions/AAPL");

        assertThat(position.path("qty").asText()).isEqualTo("4");
        assertThat(position.path("avg_entry_price").asText()).isEqualTo("130");
    }

    private void trade(NewOrder terms, String qty, String price) {
        fixture.clock().pass(Duration.ofHours(1));
        OrderId id = fixture.ports().ids().nextOrderId();
        Order intent =
                Order.intent(
                        id,
                        fixture.ports().ids().clientOrderId(id),
                        new IdempotencyKey(id.value()),
                        terms,
                        fixture.clock().instant());
        fixture.repository().add(intent, Evidence.local("test"));
        Order traded =
                intent.apply(
                        new StatusReport(
                                SampleOrders.brokerOrderId(intent),
                                new ReportedStatus.Known("filled", OrderStatus.FILLED),
                                Quantity.of(qty),
                                Price.of(price),
                                fixture.clock().instant()),
                        fixture.clock().instant());
        fixture.repository()
                .update(new OrderUpdate(intent.id(), _ -> traded, Evidence.local("test")));
    }

    @Test
    void shares_that_open_exits_of_the_strategy_hold_are_not_available() {
        bot.ok("POST", "/v2/orders", exit("3", ""));
        String exits =
                ",\"order_class\":\"oco\",\"take_profit\":{\"limit_price\":\"120\"},"
                        + "\"stop_loss\":{\"stop_price\":\"90\"}";
        bot.ok("POST", "/v2/orders", exit("2", exits));

        JsonNode position = bot.read("/v2/positions/AAPL");

        assertThat(position.path("qty").asText()).isEqualTo("10");
        assertThat(position.path("qty_available").asText()).isEqualTo("5");
    }

    private static String exit(String qty, String more) {
        return "{\"symbol\":\"AAPL\",\"qty\":\""
                + qty
                + "\",\"side\":\"sell\",\"type\":\"limit\",\"limit_price\":\"120\","
                + "\"time_in_force\":\"day\""
                + more
                + "}";
    }

    @Test
    void the_account_of_a_strategy_has_its_own_positions() {
        assertThat(bot.read("/v2/account").path("long_market_value").asText()).isEqualTo("1100");
        assertThat(bot.read("/v2/account").path("equity").asText()).isEqualTo("6100");
        assertThat(other.read("/v2/account").path("equity").asText()).isEqualTo("5000");
        assertThat(owner.read("/v2/account").path("equity").asText()).isEqualTo("9000");
        bot.refused("GET", "/v2/account/portfolio/history", "", 403, 40310000, "--view account");
    }

    @Test
    void the_buying_power_of_a_strategy_is_at_most_the_rest_of_its_budget() {
        assertThat(bot.read("/v2/account").path("buying_power").asText()).isEqualTo("10000");

        new ControlRisk(fixture.repository(), fixture.clock())
                .set(
                        new StrategyId("trend"),
                        LimitName.of("capital-budget").read("3000"),
                        "ann",
                        "careful");

        assertThat(bot.read("/v2/account").path("buying_power").asText()).isEqualTo("1900");
        assertThat(owner.read("/v2/account").path("buying_power").asText()).isEqualTo("10000");
    }

    @Test
    void open_buys_of_a_strategy_are_reserved_in_its_buying_power() {
        bot.ok(
                "POST",
                "/v2/orders",
                "{\"symbol\":\"MSFT\",\"qty\":\"9\",\"side\":\"buy\",\"type\":\"limit\","
                        + "\"limit_price\":\"100\",\"time_in_force\":\"day\"}");
        new ControlRisk(fixture.repository(), fixture.clock())
                .set(
                        new StrategyId("trend"),
                        LimitName.of("capital-budget").read("3000"),
                        "ann",
                        "careful");

        assertThat(bot.read("/v2/account").path("buying_power").asText()).isEqualTo("1000");
    }

    @Test
    void activities_name_our_orders_and_a_strategy_sees_its_own() {
        String id = Objects.requireNonNull(filled.brokerOrderId()).value();
        fixture.venue()
                .answers(
                        "/v2/account/activities",
                        "[{\"id\":\"1\",\"activity_type\":\"FILL\",\"order_id\":\""
                                + id
                                + "\"},{\"id\":\"2\",\"activity_type\":\"DIV\"}]");

        JsonNode own = bot.read("/v2/account/activities");
        assertThat(own).hasSize(1);
        assertThat(own.path(0).path("order_id").asText()).isEqualTo(filled.id().value());
        assertThat(other.read("/v2/account/activities")).isEmpty();
        assertThat(owner.read("/v2/account/activities")).hasSize(2);
    }

    @Test
    void a_page_of_a_strategys_activities_is_not_shortened_by_those_of_others() {
        String id = Objects.requireNonNull(filled.brokerOrderId()).value();
        StringJoiner all = new StringJoiner(",", "[", "]");
        for (int other = 0; other < 150; other++) {
            all.add("{\"id\":\"o" + other + "\",\"activity_type\":\"DIV\"}");
        }
        for (int own = 0; own < 3; own++) {
            all.add("{\"id\":\"f" + own + "\",\"order_id\":\"" + id + "\"}");
        }
        fixture.venue().answers("/v2/account/activities", all.toString());

        assertThat(bot.read("/v2/account/activities?page_size=2")).hasSize(2);
        assertThat(bot.read("/v2/account/activities?page_size=2&page_token=f1")).hasSize(1);
        assertThat(bot.read("/v2/account/activities")).hasSize(3);
        assertThat(owner.read("/v2/account/activities?page_size=2")).hasSize(2);
    }

    @Test
    void ten_reads_of_reference_data_cost_one_request() {
        fixture.venue().answers("/v2/clock", "{\"is_open\":true}");
        for (int i = 0; i < 10; i++) {
            assertThat(bot.read("/v2/clock").path("is_open").asBoolean()).isTrue();
        }
        assertThat(fixture.venue().requests()).containsOnlyOnce("TRADING /v2/clock");
    }

    @Test
    void a_broker_that_does_not_answer_is_a_clear_error() {
        fixture.venue().down(true);

        bot.refused("GET", "/v2/calendar", "", 503, 50310000, "the broker did not answer");
        bot.refused("GET", "/v2/assets/..", "", 404, 40410000, "endpoint not found.");
    }

    @Test
    void prices_of_crypto_need_no_key_and_nothing_else_does() {
        fixture.venue().answers("/v1beta3/crypto/us/latest/trades", "{\"trades\":{}}");

        assertThat(fixture.answer("GET", "/v1beta3/crypto/us/latest/trades", Map.of(), "").status())
                .isEqualTo(200);
        assertThat(fixture.answer("GET", "/v2/stocks/AAPL/bars", Map.of(), "").status())
                .isEqualTo(401);
    }

    @Test
    void watchlists_and_the_accounts_settings_are_read_only() {
        bot.refused("POST", "/v2/watchlists", "{}", 403, 40310000, "read-only");
        bot.refused("PATCH", "/v2/account/configurations", "{}", 403, 40310000, "at the broker");
    }
}
