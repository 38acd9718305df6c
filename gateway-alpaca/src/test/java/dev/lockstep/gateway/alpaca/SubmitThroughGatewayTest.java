package dev.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.domain.access.KeyRole;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubmitThroughGatewayTest {
    private final GatewayFixture fixture = new GatewayFixture();
    private final GatewayFixture.Bot bot = fixture.bot("trend", KeyView.ACCOUNT);

    @Test
    void an_order_is_sent_once_under_our_name_and_shown_under_the_bots() {
        JsonNode json = bot.buys("bot-1");

        Order sent = fixture.broker().sends().getFirst();
        assertThat(fixture.broker().sends()).hasSize(1);
        assertThat(sent.clientOrderId().value()).isNotEqualTo("bot-1");
        assertThat(json.path("client_order_id").asText()).isEqualTo("bot-1");
        assertThat(json.path("id").asText()).isEqualTo(sent.id().value());
        assertThat(UUID.fromString(json.path("id").asText())).isNotNull();
        assertThat(json.path("qty").asText()).isEqualTo("10");
        assertThat(json.path("filled_qty").asText()).isEqualTo("0");
        assertThat(sent.terms().strategy()).hasToString("trend");
    }

    @Test
    void a_repeated_client_order_id_is_refused_and_nothing_is_sent() {
        bot.buys("bot-1");

        bot.refused(
                "POST",
                "/v2/orders",
                GatewayFixture.market("bot-1"),
                422,
                40010001,
                "client_order_id must be unique");
        assertThat(fixture.broker().sends()).hasSize(1);
    }

    @Test
    void two_bots_may_use_one_client_order_id() {
        GatewayFixture.Bot other = fixture.bot("carry", KeyView.ACCOUNT);

        String first = bot.buys("1").path("id").asText();
        String second = other.buys("1").path("id").asText();

        assertThat(first).isNotEqualTo(second);
        assertThat(idOf(bot, "1")).isEqualTo(first);
        assertThat(idOf(other, "1")).isEqualTo(second);
    }

    private static String idOf(GatewayFixture.Bot of, String name) {
        return of.read("/v2/orders:by_client_order_id?client_order_id=" + name).path("id").asText();
    }

    @Test
    void an_order_without_a_client_order_id_gets_one() {
        String body = GatewayFixture.market("").replace(",\"client_order_id\":\"\"", "");
        JsonNode json = bot.ok("POST", "/v2/orders", body);

        assertThat(idOf(bot, json.path("client_order_id").asText()))
                .isEqualTo(json.path("id").asText());
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSE_THE_REQUEST", "TAKE_AND_LOSE_THE_ANSWER"})
    void an_unanswered_order_is_pending_for_the_bot(NextSubmit mishap) {
        fixture.broker().next(mishap);

        JsonNode json = bot.buys("bot-1");

        assertThat(json.path("status").asText()).isEqualTo("pending_new");
        assertThat(fixture.repository().search(OrderQuery.all()).getFirst().status())
                .isEqualTo(OrderStatus.UNKNOWN);
    }

    @Test
    void a_refusal_of_the_venue_is_an_error_for_the_bot() {
        fixture.broker().next(NextSubmit.REFUSE);

        assertThat(bot.send("POST", "/v2/orders", GatewayFixture.market("bot-1")).status())
                .isEqualTo(403);
    }

    @Test
    void an_order_that_a_bot_has_named_null_is_found_by_that_name() {
        String id = bot.buys("null").path("id").asText();

        assertThat(idOf(bot, "null")).isEqualTo(id);
    }

    @Test
    void a_denied_order_names_our_code_in_the_venues_form() {
        new ControlRisk(fixture.repository(), fixture.clock())
                .set(LimitName.of("max-order-qty").read("5"), "ann", "careful");

        bot.refused(
                "POST",
                "/v2/orders",
                GatewayFixture.market("bot-1"),
                403,
                40310000,
                "order_quantity");
        assertThat(fixture.broker().sends()).isEmpty();
        assertThat(bot.read("/v2/orders?status=all")).isEmpty();
        assertThat(bot.get("/v2/orders:by_client_order_id?client_order_id=bot-1").status())
                .isEqualTo(404);
    }

    @Test
    void nothing_is_stored_while_the_platform_is_not_ready() {
        fixture.notReady("earlier orders are being looked up");

        bot.refused(
                "POST",
                "/v2/orders",
                GatewayFixture.market("bot-1"),
                503,
                50310000,
                "nothing was stored or sent");
        assertThat(fixture.repository().orders()).isZero();
    }

    @Test
    void a_key_that_only_reads_submits_nothing() {
        GatewayFixture.Bot reader = fixture.bot("reader", KeyRole.READ, KeyView.ACCOUNT);

        reader.refused(
                "POST", "/v2/orders", GatewayFixture.market("1"), 403, 40310000, "read only");
        assertThat(reader.read("/v2/orders")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"qty\":\"10\" | \"x\":1 | 422 | 40010001 | qty or notional is required",
                "\"qty\":\"10\" | \"qty\":\"0\" | 422 | 42210000 | qty must be > 0",
                "\"qty\":\"10\" | \"qty\":\"ten\" | 400 | 40010000 | body format",
                "\"qty\":\"10\" | \"qty\":1,\"notional\":2 | 422 | 40010001 | only one of qty",
                "\"side\":\"buy\" | \"side\":\"up\" | 422 | 40010001 | invalid side",
                "\"type\":\"market\" | \"type\":\"limit\" | 422 | 40010001 | require only limit",
                "\"type\":\"market\" | \"type\":\"market\",\"limit_price\":1 | 422 | 40010001 | no stop",
                "\"type\":\"market\" | \"type\":\"odd\" | 422 | 40010001 | invalid type",
                "\"symbol\":\"AAPL\" | \"symbol\":\"a b\" | 422 | 42210000 | not found",
                "\"symbol\":\"AAPL\" | \"x\":1 | 422 | 40010001 | symbol is required",
                "\"time_in_force\":\"day\" | \"x\":1 | 422 | 40010001 | time_in_force is required",
                "\"type\":\"market\" | \"type\":\"limit\",\"limit_price\":9,\"order_class\":\"oco\" "
                        + "| 422 | 40010001 | oco orders require take_profit.limit_price",
                "\"type\":\"market\" | \"type\":\"market\",\"order_class\":\"bracket\" "
                        + "| 422 | 40010001 | bracket orders require take_profit.limit_price",
                "\"type\":\"market\" | \"type\":\"market\",\"order_class\":\"oto\" "
                        + "| 422 | 40010001 | oto orders require either",
                "\"type\":\"market\" | \"type\":\"market\",\"limit_price\":9,\"order_class\":\"oco\" "
                        + "| 422 | 40010001 | no stop",
                "\"qty\":\"10\" | \"qty\":10,\"trail_percent\":1 | 422 | 42210000 | not have trail",
                "\"qty\":\"10\" | \"qty\":10,\"trail_price\":1 | 422 | 42210000 | not have trail",
                "\"type\":\"market\" | \"type\":\"trailing_stop\",\"trail_price\":1,"
                        + "\"limit_price\":9 | 422 | 40010001 | require no stop or limit price",
                "\"type\":\"market\" | \"type\":\"trailing_stop\",\"trail_price\":1,"
                        + "\"stop_price\":9 | 422 | 40010001 | require no stop or limit price",
                "\"qty\":\"10\" | \"qty\":10,\"position_intent\":\"long\" "
                        + "| 422 | 40010001 | invalid position_intent specified",
                "\"qty\":\"10\" | \"qty\":10,\"position_intent\":\"buy_to_close\" "
                        + "| 422 | 42210000 | inferred: buy_to_open, specified: buy_to_close",
                "\"qty\":\"10\" | \"qty\":10,\"position_intent\":\"sell_to_open\" "
                        + "| 422 | 42210000 | inferred: buy_to_open, specified: sell_to_open",
            })
    void an_invalid_order_is_refused_in_the_venues_words(
            String right, String wrong, int status, int code, String text) {
        String body = GatewayFixture.market("1").replace(right, wrong);

        bot.refused("POST", "/v2/orders", body, status, code, text);
        assertThat(fixture.repository().orders()).isZero();
    }

    @Test
    void an_order_that_says_it_closes_is_sent_once_and_only_while_there_is_a_position() {
        String body =
                GatewayFixture.market("1")
                        .replace("\"buy\"", "\"sell\",\"position_intent\":\"sell_to_close\"");
        String mismatch = "inferred: sell_to_open, specified: sell_to_close";
        bot.refused("POST", "/v2/orders", body, 422, 42210000, mismatch);
        fixture.broker().position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));
        bot.ok("POST", "/v2/orders", body);
        fixture.broker().noPositions();

        bot.refused("POST", "/v2/orders", body, 422, 40010001, "must be unique");
        assertThat(fixture.broker().sends()).hasSize(1);
    }

    @Test
    void a_fractional_order_for_longer_than_a_day_is_denied_in_the_venues_words() {
        String body =
                GatewayFixture.market("1")
                        .replace("\"qty\":\"10\"", "\"qty\":\"0.5\"")
                        .replace("day", "gtc");
        String text = "fractional orders must be DAY orders";

        bot.refused("POST", "/v2/orders", body, 422, 42210000, text);
    }

    @Test
    void an_order_whose_value_has_too_many_digits_is_refused() {
        String body =
                GatewayFixture.market("1")
                        .replace("\"qty\":\"10\"", "\"qty\":\"1e15\"")
                        .replace("\"market\"", "\"limit\",\"limit_price\":\"9001.50\"");

        bot.refused("POST", "/v2/orders", body, 422, 42210000, "qty: 1000000000000000");
        assertThat(fixture.repository().orders()).isZero();
    }

    @Test
    void a_body_that_is_no_object_is_refused() {
        bot.refused("POST", "/v2/orders", "[]", 400, 40010000, "body format");
        bot.refused("POST", "/v2/orders", "{", 400, 40010000, "body format");
        bot.refused("POST", "/v2/orders", "", 422, 40010001, "symbol is required");
        bot.refused(
                "POST",
                "/v2/orders",
                GatewayFixture.market("x".repeat(129)),
                422,
                40010001,
                "no more than 128 characters");
    }
}
