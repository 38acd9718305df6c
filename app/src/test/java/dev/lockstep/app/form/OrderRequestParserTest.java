package dev.lockstep.app.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderRequestParserTest {
    @Test
    void a_symbol_a_side_and_a_quantity_are_a_market_order_for_the_day() {
        OrderRequest order = read(OrderField.SYMBOL, "aapl", OrderField.SIDE, "Buy");
        assertThat(order.terms().symbol().value()).isEqualTo("AAPL");
        assertThat(order.terms().side()).isEqualTo(Side.BUY);
        assertThat(order.terms().type()).isEqualTo(new OrderType.Market());
        assertThat(order.terms().timeInForce()).isEqualTo(TimeInForce.DAY);
        assertThat(order.key()).isEmpty();
    }

    @Test
    void crypto_is_good_till_canceled_where_nothing_is_said() {
        OrderRequest order = read(OrderField.SYMBOL, "BTC/USD");
        assertThat(order.terms().timeInForce()).isEqualTo(TimeInForce.GTC);
    }

    @Test
    void the_prices_tell_the_type() {
        assertThat(read(OrderField.LIMIT_PRICE, "9.5").terms().type())
                .isEqualTo(new OrderType.Limit(Price.of("9.5")));
        assertThat(read(OrderField.STOP_PRICE, "9").terms().type())
                .isEqualTo(new OrderType.Stop(Price.of("9")));
        assertThat(read(OrderField.STOP_PRICE, "9", OrderField.LIMIT_PRICE, "8").terms().type())
                .isEqualTo(new OrderType.StopLimit(Price.of("9"), Price.of("8")));
        assertThat(read(OrderField.TRAIL_PERCENT, "5").terms().type())
                .isInstanceOf(OrderType.TrailingStop.class);
    }

    @Test
    void a_key_is_kept() {
        assertThat(read(OrderField.KEY, "k-1").key()).contains(new IdempotencyKey("k-1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SYMBOL        | A$PL    | symbol: A$PL (expected: capitals such as AAPL or BTC/USD)
                    SIDE          | hold    | side: hold (expected: buy, sell)
                    QTY           | 0       | qty: 0 (expected: > 0)
                    QTY           | -1      | qty: -1 (expected: > 0)
                    QTY           | NaN     | qty: NaN (expected: a decimal number)
                    TYPE          | iceberg | type: iceberg (expected: market, limit, stop, stop_limit, trailing_stop)
                    TYPE          | limit   | limitPrice: missing (expected: a price > 0 for this type)
                    LIMIT_PRICE   | 0       | limitPrice: 0 (expected: > 0)
                    TRAIL_PERCENT | 100     | trailPercent: 100 (expected: > 0 and < 100)
                    TRAIL_PERCENT | x       | trailPercent: x (expected: a decimal number)
                    TIME_IN_FORCE | gtd     | timeInForce: gtd (expected: day, gtc, opg, cls, ioc, fok)
                    """)
    void a_wrong_field_is_named_with_its_value_and_the_rule(
            OrderField field, String text, String message) {
        assertThatThrownBy(() -> read(field, text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }

    @Test
    void a_price_that_the_type_does_not_use_is_refused_and_not_ignored() {
        assertThatThrownBy(() -> read(OrderField.TYPE, "market", OrderField.LIMIT_PRICE, "5"))
                .hasMessage("limitPrice: 5 (expected: none for a market order)");
    }

    @Test
    void a_trail_by_price_and_by_percent_at_once_is_refused() {
        assertThatThrownBy(() -> read(OrderField.TRAIL_PRICE, "5", OrderField.TRAIL_PERCENT, "5"))
                .hasMessage("trailPrice: 5 (expected: either trailPrice or trailPercent)");
    }

    @Test
    void the_exits_tell_the_class() {
        assertThat(read(OrderField.TAKE_PROFIT, "120", OrderField.STOP_LOSS, "90").terms())
                .extracting(NewOrder::orderClass)
                .isEqualTo(
                        new OrderClass.Bracket(
                                new ExitLeg.TakeProfit(Price.of("120")),
                                new ExitLeg.StopLoss(Price.of("90"), null)));
        assertThat(read(OrderField.STOP_LOSS, "90", OrderField.STOP_LOSS_LIMIT, "89").terms())
                .extracting(NewOrder::orderClass)
                .isEqualTo(
                        new OrderClass.OneTriggersOther(
                                new ExitLeg.StopLoss(Price.of("90"), Price.of("89"))));
        assertThat(read(OrderField.ORDER_CLASS, "oco", OrderField.STOP_LOSS, "90").terms())
                .extracting(NewOrder::orderClass)
                .isEqualTo(
                        new OrderClass.OneCancelsOther(new ExitLeg.StopLoss(Price.of("90"), null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ORDER_CLASS | simple  | STOP_LOSS       | 90  | stopLoss: 90 (expected: none for a simple order)
                    ORDER_CLASS | oco     | TAKE_PROFIT     | 90  | takeProfit: 90 (expected: none for a oco order)
                    ORDER_CLASS | bracket | TAKE_PROFIT     | 90  | stopLoss: missing (expected: a price > 0 for this order class)
                    ORDER_CLASS | oto     | ORDER_CLASS     | oto | stopLoss: missing (expected: a price > 0 for this order class)
                    STOP_LOSS   | x       | STOP_LOSS       | x   | stopLoss: x (expected: a decimal number)
                    NOTIONAL    | 5       | QTY             | 1   | notional: 5 (expected: either qty or notional)
                    TRADING_HOURS | night | SIDE            | buy | tradingHours: night (expected: regular, extended)
                    STOP_LOSS_LIMIT | 5   | SIDE            | buy | stopLossLimit: 5 (expected: none without stopLoss)
                    """)
    void exits_that_do_not_fit_are_named(
            OrderField field, String text, OrderField other, String otherText, String message) {
        assertThatThrownBy(() -> read(field, text, other, otherText)).hasMessage(message);
    }

    @Test
    void rounding_moves_the_prices_of_exits_too() {
        assertThat(
                        read(OrderField.TAKE_PROFIT, "120.001", OrderField.STOP_LOSS, "90.009")
                                .rounded()
                                .terms()
                                .orderClass())
                .isEqualTo(
                        new OrderClass.Bracket(
                                new ExitLeg.TakeProfit(Price.of("120")),
                                new ExitLeg.StopLoss(Price.of("90.01"), null)));
    }

    @Test
    void a_missing_symbol_is_named() {
        assertThatThrownBy(() -> new OrderRequestParser(Map.of(OrderField.SIDE, "buy")).read())
                .hasMessage("symbol: missing (expected: a symbol such as AAPL or BTC/USD)");
    }

    @Test
    void rounding_moves_only_prices_that_cannot_be_traded() {
        assertThat(read(OrderField.LIMIT_PRICE, "123.456").rounded().terms().type())
                .isEqualTo(new OrderType.Limit(Price.of("123.46")));
        assertThat(read(OrderField.LIMIT_PRICE, "0.98765").rounded().terms().type())
                .isEqualTo(new OrderType.Limit(Price.of("0.9877")));
        OrderRequest allowed = read(OrderField.LIMIT_PRICE, "123.45");
        assertThat(allowed.rounded()).isEqualTo(allowed);
    }

    private static OrderRequest read(OrderField field, String text) {
        return read(field, text, field, text);
    }

    private static OrderRequest read(
            OrderField field, String text, OrderField another, String anothersText) {
        Map<OrderField, String> texts = new EnumMap<>(OrderField.class);
        texts.put(OrderField.SYMBOL, "AAPL");
        texts.put(OrderField.SIDE, "buy");
        texts.put(OrderField.QTY, "1");
        texts.put(field, text);
        texts.put(another, anothersText);
        return new OrderRequestParser(texts).read();
    }
}
