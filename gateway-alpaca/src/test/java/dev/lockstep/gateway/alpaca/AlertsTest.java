package dev.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an alert becomes: one order, however often it comes, or a close. */
class AlertsTest extends AlertFixture {
    @Test
    void a_strategy_alert_in_json_is_one_market_order_however_often_it_comes() {
        JsonNode first = accepted(JSON);
        fixture.clock().pass(Duration.ofHours(5));
        JsonNode second = accepted(JSON);

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(fixture.broker().sends()).hasSize(1);
        assertThat(sent().symbol()).hasToString("AAPL");
        assertThat(sent().side()).isEqualTo(Side.BUY);
        assertThat(sent().amount()).hasToString("10");
        assertThat(sent().type()).isEqualTo(new OrderType.Market());
        assertThat(sent().timeInForce()).isEqualTo(TimeInForce.DAY);
        assertThat(sent().strategy()).hasToString("tv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MACD (12, 26): order buy @ 10 filled on AAPL. New strategy position is 10",
                "order buy @ 10 filled on NASDAQ:AAPL. New strategy position is 10.",
                "symbol=AAPL action=buy qty=10",
                "ticker: AAPL\nside: BUY\ncontracts: 10\n"
            })
    void a_text_is_understood(String text) {
        accepted(text);

        assertThat(sent().symbol()).hasToString("AAPL");
        assertThat(sent().side()).isEqualTo(Side.BUY);
        assertThat(sent().amount()).hasToString("10");
    }

    @Test
    void an_alert_without_an_id_counts_as_repeated_for_a_minute() {
        String body = alert("\"qty\":10");
        accepted(body);
        fixture.clock().pass(Duration.ofSeconds(59));
        accepted(body);
        assertThat(fixture.broker().sends()).hasSize(1);

        fixture.clock().pass(Duration.ofSeconds(2));
        accepted(body);
        assertThat(fixture.broker().sends()).hasSize(2);
        accepted(alert("\"qty\":11"));
        assertThat(fixture.broker().sends()).hasSize(3);
    }

    @Test
    void two_hooks_may_use_one_id() {
        accepted(JSON);
        String other = fixture.hook("other", HookTemplate.DEFAULT);

        assertThat(fixture.answer("POST", other, Map.of(), JSON).status()).isEqualTo(200);
        assertThat(fixture.broker().sends()).hasSize(2);
    }

    @Test
    void a_template_names_where_the_values_are() {
        String hook =
                fixture.hook(
                        "nested",
                        HookTemplate.named(
                                Map.of(
                                        "symbol", "=MSFT",
                                        "action", "/data/0/what",
                                        "qty", "$.data[0].size.shares",
                                        "limitPrice", "$.data[0].at",
                                        "timeInForce", "=gtc")));

        GatewayAnswer answer =
                fixture.answer(
                        "POST",
                        hook,
                        Map.of(),
                        "{\"data\":[{\"what\":\"Sell\",\"size\":{\"shares\":\"3\"},\"at\":410.5}]}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(sent().symbol()).hasToString("MSFT");
        assertThat(sent().side()).isEqualTo(Side.SELL);
        assertThat(sent().amount()).hasToString("3");
        assertThat(sent().type()).hasToString(new OrderType.Limit(price("410.5")).toString());
        assertThat(sent().timeInForce()).isEqualTo(TimeInForce.GTC);
    }

    private static Price price(String text) {
        return Price.of(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"qty\":10,\"limitPrice\":100|Limit[limitPrice=100]",
                "\"qty\":10,\"stopPrice\":100|Stop[stopPx=100]",
                "\"qty\":10,\"type\":\"stop limit\",\"stop_price\":99,\"limit_price\":\"100\""
                        + "|StopLimit[stopPx=99, limitPrice=100]"
            })
    void the_type_follows_from_the_prices(String more, String type) {
        accepted(alert(more));

        assertThat(sent().type()).hasToString(type);
    }

    @Test
    void an_amount_may_be_dollars_or_percent_of_the_equity() {
        fixture.broker().equity(Money.of("10000"), Money.of("10000"));
        accepted(alert("\"notional\":\"250.5\""));
        assertThat(sent().amount()).isEqualTo(new OrderAmount.ByCash(Money.of("250.5")));

        accepted(alert("\"equityPercent\":10,\"close\":187.35"));
        assertThat(sent().amount()).hasToString("5");
    }

    private void hold(String qty) {
        accepted(alert("\"qty\":" + qty + ",\"id\":\"entry\""));
        Order order = fixture.broker().sends().getLast();
        fixture.broker().set(order, OrderStatus.FILLED, qty);
        fixture.broker().position(new Position(new Symbol("AAPL"), NetQuantity.of(qty)));
        new SyncOrders(
                        fixture.repository(),
                        fixture.broker(),
                        fixture.ports().ids(),
                        fixture.clock())
                .sync();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ticker\":\"AAPL\",\"action\":\"sell\",\"contracts\":10,\"market_position\":\"flat\"}",
                "{\"symbol\":\"AAPL\",\"action\":\"close\"}",
                "order sell @ 10 filled on AAPL. New strategy position is 0"
            })
    void a_flat_position_closes_what_the_strategy_holds_once(String body) {
        hold("10");

        JsonNode closing = accepted(body);

        assertThat(sent().side()).isEqualTo(Side.SELL);
        assertThat(sent().amount()).hasToString("10");
        assertThat(closing.path("side").asText()).isEqualTo("sell");
        assertThat(
                        fixture.repository()
                                .history(new OrderId(closing.path("id").asText()))
                                .getFirst()
                                .evidence()
                                .summary())
                .isEqualTo("close position by hook tv");
        assertThat(accepted(body).path("id")).isEqualTo(closing.path("id"));
        assertThat(fixture.broker().sends()).hasSize(2);
    }

    @Test
    void a_percentage_of_the_position_is_closed_or_traded() {
        hold("10");

        accepted("{\"symbol\":\"AAPL\",\"action\":\"sell\",\"positionPercent\":25}");
        assertThat(sent().amount()).hasToString("2");
        accepted("{\"symbol\":\"AAPL\",\"action\":\"exit\",\"positionPercent\":\"30\"}");
        assertThat(sent().amount()).hasToString("3");
    }

    @Test
    void a_close_without_a_position_opens_none() {
        JsonNode answer = accepted("{\"symbol\":\"AAPL\",\"action\":\"flat\"}");

        assertThat(answer.path("message").asText())
                .isEqualTo("strategy tv holds no AAPL; nothing to close");
        assertThat(fixture.broker().sends()).isEmpty();
    }

    @Test
    void an_unanswered_order_is_accepted_and_repeated_as_one() {
        fixture.broker().next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);

        assertThat(accepted(JSON).path("status").asText()).isEqualTo("pending_new");
        assertThat(accepted(JSON).path("status").asText()).isEqualTo("pending_new");
        assertThat(fixture.broker().orders()).isEqualTo(1);
    }
}
