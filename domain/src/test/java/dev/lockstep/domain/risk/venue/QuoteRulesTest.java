package dev.lockstep.domain.risk.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.risk.denial.Denial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteRulesTest {
    /** 99.90 to sell at, 100 to buy at. */
    private static final Price BID = Price.of("99.9");

    private static final Price ASK = Price.of("100");
    private static final String STOCK = "AAPL";

    @ParameterizedTest
    @CsvSource({
        "BUY,  99.91, ",
        "BUY,  99.9,  > 99.9",
        "SELL, 99.99, ",
        "SELL, 100,   < 100",
    })
    void a_stop_waits_on_its_side_of_the_market(Side side, String stop, @Nullable String expected) {
        for (OrderType type :
                List.of(
                        new OrderType.Stop(Price.of(stop)),
                        new OrderType.StopLimit(Price.of(stop), Price.of("100")))) {
            assertThat(denials(order(STOCK, side, "1", type)))
                    .isEqualTo(
                            expected == null
                                    ? List.of()
                                    : List.of(denial("stop_price", "stopPrice", stop, expected)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BUY,  110,  90,   ,               ",
        "BUY,  99.9, 90,   takeProfit > 99.9, ",
        "BUY,  110,  100,  ,               stopLoss < 100",
        "SELL, 90,   110,  ,               ",
        "SELL, 100,  110,  takeProfit < 100, ",
        "SELL, 90,   99.9, ,               stopLoss > 99.9",
    })
    void the_exits_of_a_market_entry_lie_beyond_the_market(
            Side side,
            String profit,
            String loss,
            @Nullable String wrongProfit,
            @Nullable String wrongLoss) {
        ExitLeg.TakeProfit target = new ExitLeg.TakeProfit(Price.of(profit));
        ExitLeg.StopLoss stop = new ExitLeg.StopLoss(Price.of(loss), null);
        NewOrder entry = order(STOCK, side, "1", new OrderType.Market());

        assertThat(denials(entry.with(new OrderClass.OneTriggersOther(target))))
                .isEqualTo(exits(profit, wrongProfit));
        assertThat(denials(entry.with(new OrderClass.OneTriggersOther(stop))))
                .isEqualTo(exits(loss, wrongLoss));
        assertThat(denials(entry.with(new OrderClass.Bracket(target, stop))))
                .isEqualTo(
                        wrongProfit != null ? exits(profit, wrongProfit) : exits(loss, wrongLoss));
    }

    @Test
    void a_market_order_that_is_worth_less_than_the_venue_takes_is_denied() {
        assertThat(denials(order(STOCK, Side.BUY, "0.01", new OrderType.Market()))).isEmpty();
        assertThat(denials(order(STOCK, Side.BUY, "0.0099", new OrderType.Market())))
                .containsExactly(denial("minimum_value", "value", "0.99", ">= 1"));
        assertThat(denials(order("BTC/USD", Side.SELL, "0.0999", new OrderType.Market())))
                .containsExactly(denial("minimum_value", "value", "9.99", ">= 10"));
        assertThat(denials(order(STOCK, Side.SELL, "0.0099", new OrderType.Market())))
                .as("a rest of shares can be sold")
                .isEmpty();
    }

    @Test
    void a_side_without_a_price_denies_nothing() {
        Quote empty = quote(null, null);

        assertThat(QuoteRules.denials(order(STOCK, Side.BUY, "1", new OrderType.Stop(BID)), empty))
                .isEmpty();
        assertThat(QuoteRules.denials(order(STOCK, Side.SELL, "1", new OrderType.Stop(ASK)), empty))
                .isEmpty();
        assertThat(
                        QuoteRules.denials(
                                order(STOCK, Side.BUY, "0.0001", new OrderType.Market()), empty))
                .isEmpty();
    }

    @Test
    void a_quote_is_asked_for_only_where_it_matters() {
        NewOrder market = order(STOCK, Side.SELL, "1", new OrderType.Market());
        ExitLeg.StopLoss loss = new ExitLeg.StopLoss(ASK, null);

        assertThat(QuoteRules.concern(order(STOCK, Side.BUY, "1", new OrderType.Stop(ASK))))
                .isTrue();
        assertThat(
                        QuoteRules.concern(
                                order(STOCK, Side.BUY, "1", new OrderType.StopLimit(ASK, ASK))))
                .isTrue();
        assertThat(QuoteRules.concern(order(STOCK, Side.BUY, "1", new OrderType.Limit(ASK))))
                .isFalse();
        assertThat(QuoteRules.concern(market)).isFalse();
        assertThat(QuoteRules.concern(market.with(new OrderClass.OneTriggersOther(loss)))).isTrue();
        assertThat(QuoteRules.concern(order(STOCK, Side.BUY, "1", new OrderType.Market())))
                .isTrue();
        assertThat(QuoteRules.concern(order("BTC/USD", Side.SELL, "1", new OrderType.Market())))
                .isTrue();
        assertThat(
                        QuoteRules.concern(
                                order(STOCK, Side.BUY, "1", new OrderType.Market())
                                        .with(new OrderAmount.ByCash(Money.of("5")))))
                .isFalse();
    }

    private static List<String> exits(String price, @Nullable String wrong) {
        if (wrong == null) {
            return List.of();
        }
        String[] field = wrong.split(" ", 2);
        return List.of(denial("exit_price", field[0], price, field[1]));
    }

    private static String denial(String code, String field, String value, String expected) {
        return "%s field=%s value=%s expected=\"%s\"".formatted(code, field, value, expected);
    }

    private static List<String> denials(NewOrder order) {
        return QuoteRules.denials(order, quote(BID, ASK)).stream().map(Denial::toString).toList();
    }

    private static Quote quote(@Nullable Price bid, @Nullable Price ask) {
        return new Quote(
                new Symbol(STOCK),
                bid,
                Quantity.of("1"),
                ask,
                Quantity.of("1"),
                SampleOrders.START);
    }

    private static NewOrder order(String symbol, Side side, String qty, OrderType type) {
        return new NewOrder(new Symbol(symbol), side, Quantity.of(qty), type, TimeInForce.DAY);
    }
}
