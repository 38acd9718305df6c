package dev.lockstep.domain.risk.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.instrument.Symbol;
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
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VenueRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AAPL    | 1   | MARKET     | DAY | ",
                "AAPL    | 1   | LIMIT      | GTC | ",
                "AAPL    | 1   | LIMIT      | OPG | ",
                "AAPL    | 1   | STOP       | OPG | time_in_force field=timeInForce value=opg expected=\"opg and cls with market and limit orders only\"",
                "AAPL    | 1   | TRAILING   | IOC | time_in_force field=timeInForce value=ioc expected=\"day or gtc for a trailing stop\"",
                "AAPL    | 1   | TRAILING   | GTC | ",
                "AAPL    | 0.5 | MARKET     | DAY | ",
                "AAPL    | 0.5 | LIMIT      | GTC | fractional_quantity field=qty value=0.5 expected=\"whole shares, or timeInForce day\"",
                "AAPL    | 0.5 | TRAILING   | DAY | fractional_quantity field=qty value=0.5 expected=\"whole shares for a trailing stop\"",
                "BTC/USD | 0.5 | MARKET     | GTC | ",
                "BTC/USD | 0.5 | STOP_LIMIT | IOC | ",
                "BTC/USD | 0.5 | MARKET     | DAY | time_in_force field=timeInForce value=day expected=\"gtc or ioc for crypto\"",
                "BTCUSD  | 1   | MARKET     | DAY | symbol_unknown field=symbol value=BTCUSD expected=\"BTC/USD, with the slash\"",
                "ETHBTC  | 1   | MARKET     | DAY | symbol_unknown field=symbol value=ETHBTC expected=\"ETH/BTC, with the slash\"",
                "AVAXUSDT | 1  | LIMIT      | GTC | symbol_unknown field=symbol value=AVAXUSDT expected=\"AVAX/USDT, with the slash\"",
                "XUSD    | 1   | MARKET     | DAY | ",
                "BTC/USD | 0.5 | STOP       | GTC | order_type field=type value=stop expected=\"market, limit or stop_limit for crypto\"",
            })
    void a_rule_that_is_broken_is_named(
            String symbol, String orderQty, String type, TimeInForce timeInForce, String denial) {
        List<Denial> denials =
                VenueRules.denials(
                        new NewOrder(
                                new Symbol(symbol),
                                Side.BUY,
                                Quantity.of(orderQty),
                                type(type, "100.25"),
                                timeInForce));

        assertThat(denials)
                .extracting(Denial::toString)
                .isEqualTo(denial == null ? List.of() : List.of(denial));
    }

    @ParameterizedTest
    @CsvSource({"LIMIT, limitPrice", "STOP, stopPrice", "STOP_LIMIT, stopPrice"})
    void every_price_of_an_order_is_checked(String type, String field) {
        assertThat(
                        VenueRules.denials(
                                new NewOrder(
                                        new Symbol("AAPL"),
                                        Side.SELL,
                                        Quantity.of("1"),
                                        type(type, "100.255"),
                                        TimeInForce.DAY)))
                .contains(
                        new Denial(
                                DenialReason.PRICE_INCREMENT,
                                field,
                                "100.255",
                                "100.25 or 100.26"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AAPL    | MARKET   | DAY | 100.25  | ",
                "AAPL    | LIMIT    | DAY | 100.25  | ",
                "AAPL    | LIMIT    | GTC | 100.25  | cash_amount field=notional value=100.25 expected=\"a quantity, or a simple day order that is no trailing stop\"",
                "AAPL    | TRAILING | DAY | 100.25  | cash_amount field=notional value=100.25 expected=\"a quantity, or a simple day order that is no trailing stop\"",
                "AAPL    | MARKET   | DAY | 100.255 | cash_amount field=notional value=100.255 expected=\"whole cents\"",
                "AAPL    | MARKET   | DAY | 0.99    | minimum_value field=notional value=0.99 expected=\">= 1\"",
                "BTC/USD | MARKET   | GTC | 10      | ",
                "BTC/USD | MARKET   | GTC | 10.005  | cash_amount field=notional value=10.005 expected=\"whole cents\"",
                "BTC/USD | MARKET   | GTC | 9.99    | minimum_value field=notional value=9.99 expected=\">= 10\"",
            })
    void an_order_by_cash_has_rules_of_its_own(
            String symbol, String type, TimeInForce timeInForce, String cash, String denial) {
        NewOrder order =
                new NewOrder(
                                new Symbol(symbol),
                                Side.BUY,
                                Quantity.of("1"),
                                type(type, "100.25"),
                                timeInForce)
                        .with(new OrderAmount.ByCash(Money.of(cash)));

        assertThat(VenueRules.denials(order))
                .extracting(Denial::toString)
                .isEqualTo(denial == null ? List.of() : List.of(denial));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AAPL    | LIMIT  | DAY | ",
                "AAPL    | LIMIT  | GTC | ",
                "AAPL    | LIMIT  | IOC | trading_hours field=tradingHours value=extended expected=\"regular, or a limit order with day or gtc\"",
                "AAPL    | MARKET | DAY | trading_hours field=tradingHours value=extended expected=\"regular, or a limit order with day or gtc\"",
                "BTC/USD | LIMIT  | GTC | trading_hours field=tradingHours value=extended expected=\"regular for crypto, which trades around the clock\"",
            })
    void extended_hours_are_for_limit_orders_in_shares(
            String symbol, String type, TimeInForce timeInForce, String denial) {
        NewOrder order =
                new NewOrder(
                                new Symbol(symbol),
                                Side.BUY,
                                Quantity.of("1"),
                                type(type, "100.25"),
                                timeInForce)
                        .with(TradingHours.EXTENDED);

        assertThat(VenueRules.denials(order))
                .extracting(Denial::toString)
                .isEqualTo(denial == null ? List.of() : List.of(denial));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BUY  | LIMIT  | DAY | 1   | 110    | 90     | ",
                "SELL | LIMIT  | GTC | 1   | 90     | 110    | ",
                "BUY  | MARKET | DAY | 1   | 110    | 90     | ",
                "BUY  | LIMIT  | DAY | 1   | 100.01 | 99.99  | ",
                "BUY  | LIMIT  | DAY | 1   | 100    | 90     | exit_price field=takeProfit value=100 expected=\">= 100.01\"",
                "BUY  | LIMIT  | DAY | 1   | 110    | 100    | exit_price field=stopLoss value=100 expected=\"<= 99.99\"",
                "SELL | LIMIT  | DAY | 1   | 90     | 100    | exit_price field=stopLoss value=100 expected=\">= 100.01\"",
                "BUY  | MARKET | DAY | 1   | 90     | 90     | exit_price field=takeProfit value=90 expected=\"above stopLoss 90\"",
                "BUY  | LIMIT  | IOC | 1   | 110    | 90     | time_in_force field=timeInForce value=ioc expected=\"day or gtc for an order with exits\"",
                "BUY  | STOP   | DAY | 1   | 110    | 90     | order_type field=type value=stop expected=\"market or limit for an entry with exits\"",
                "BUY  | LIMIT  | DAY | 0.5 | 110    | 90     | fractional_quantity field=qty value=0.5 expected=\"whole shares for an order with exits\"",
                "BUY  | LIMIT  | DAY | 1   | 110.001| 90     | price_increment field=takeProfit value=110.001 expected=\"110.00 or 110.01\"",
                "BUY  | LIMIT  | DAY | 1   | 110    | 90.001 | price_increment field=stopLoss value=90.001 expected=\"90.00 or 90.01\"",
            })
    void the_exits_of_a_bracket_lie_on_both_sides_of_the_entry(
            Side side,
            String type,
            TimeInForce timeInForce,
            String orderQty,
            String takeProfit,
            String stopLoss,
            String denial) {
        NewOrder order =
                new NewOrder(
                                new Symbol("AAPL"),
                                side,
                                Quantity.of(orderQty),
                                type(type, "100"),
                                timeInForce)
                        .with(
                                new OrderClass.Bracket(
                                        new ExitLeg.TakeProfit(Price.of(takeProfit)),
                                        new ExitLeg.StopLoss(Price.of(stopLoss), null)));

        assertThat(VenueRules.denials(order))
                .extracting(Denial::toString)
                .isEqualTo(denial == null ? List.of() : List.of(denial));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELL | LIMIT  | 90  | ",
                "BUY  | LIMIT  | 110 | ",
                "SELL | LIMIT  | 100 | exit_price field=stopLoss value=100 expected=\"<= 99.99\"",
                "SELL | MARKET | 90  | order_type field=type value=market expected=\"limit, which is the take-profit of a one-cancels-other order\"",
            })
    void the_stop_of_a_pair_of_exits_lies_beyond_its_limit(
            Side side, String type, String stopLoss, String denial) {
        NewOrder order =
                new NewOrder(
                                new Symbol("AAPL"),
                                side,
                                Quantity.of("1"),
                                type(type, "100"),
                                TimeInForce.GTC)
                        .with(
                                new OrderClass.OneCancelsOther(
                                        new ExitLeg.StopLoss(Price.of(stopLoss), null)));

        assertThat(VenueRules.denials(order))
                .extracting(Denial::toString)
                .isEqualTo(denial == null ? List.of() : List.of(denial));
    }

    @Test
    void the_single_exit_of_an_entry_lies_on_its_own_side() {
        NewOrder entry =
                new NewOrder(
                        new Symbol("AAPL"),
                        Side.BUY,
                        Quantity.of("1"),
                        type("LIMIT", "100"),
                        TimeInForce.DAY);

        assertThat(
                        VenueRules.denials(
                                entry.with(
                                        new OrderClass.OneTriggersOther(
                                                new ExitLeg.TakeProfit(Price.of("99"))))))
                .extracting(Denial::reason)
                .containsExactly(DenialReason.EXIT_PRICE);
        assertThat(
                        VenueRules.denials(
                                entry.with(
                                        new OrderClass.OneTriggersOther(
                                                new ExitLeg.StopLoss(
                                                        Price.of("99"), Price.of("98.5"))))))
                .isEmpty();
    }

    @Test
    void every_price_of_an_exit_is_checked() {
        ExitLeg.StopLoss loss = new ExitLeg.StopLoss(Price.of("90.001"), Price.of("89.001"));
        ExitLeg.TakeProfit profit = new ExitLeg.TakeProfit(Price.of("110.001"));

        assertThat(priceDenials(Side.BUY, new OrderClass.Bracket(profit, loss)))
                .containsExactly("takeProfit", "stopLoss", "stopLossLimit");
        assertThat(priceDenials(Side.BUY, new OrderClass.OneTriggersOther(profit)))
                .containsExactly("takeProfit");
        assertThat(priceDenials(Side.BUY, new OrderClass.OneTriggersOther(loss)))
                .containsExactly("stopLoss", "stopLossLimit");
        assertThat(priceDenials(Side.SELL, new OrderClass.OneCancelsOther(loss)))
                .containsExactly("stopLoss", "stopLossLimit");
        assertThat(priceDenials(Side.BUY, new OrderClass.Simple())).isEmpty();
    }

    private static List<String> priceDenials(Side side, OrderClass orderClass) {
        NewOrder entry =
                new NewOrder(
                        new Symbol("AAPL"),
                        side,
                        Quantity.of("1"),
                        type("LIMIT", "100"),
                        TimeInForce.DAY);
        return VenueRules.denials(entry.with(orderClass)).stream()
                .filter(denial -> denial.reason() == DenialReason.PRICE_INCREMENT)
                .map(Denial::field)
                .toList();
    }

    @Test
    void an_entry_with_one_exit_and_a_pair_of_exits_are_for_the_day_or_good_till_canceled() {
        ExitLeg.StopLoss loss = new ExitLeg.StopLoss(Price.of("90"), null);

        for (OrderClass orderClass :
                List.of(
                        new OrderClass.OneTriggersOther(loss),
                        new OrderClass.OneCancelsOther(loss))) {
            NewOrder order =
                    new NewOrder(
                                    new Symbol("AAPL"),
                                    orderClass instanceof OrderClass.OneCancelsOther
                                            ? Side.SELL
                                            : Side.BUY,
                                    Quantity.of("1"),
                                    type("LIMIT", "100"),
                                    TimeInForce.IOC)
                            .with(orderClass);
            assertThat(VenueRules.denials(order))
                    .extracting(Denial::reason)
                    .containsExactly(DenialReason.TIME_IN_FORCE);
        }
    }

    @Test
    void crypto_stands_alone() {
        NewOrder bracket =
                new NewOrder(
                                new Symbol("BTC/USD"),
                                Side.BUY,
                                Quantity.of("1"),
                                type("LIMIT", "100"),
                                TimeInForce.GTC)
                        .with(
                                new OrderClass.Bracket(
                                        new ExitLeg.TakeProfit(Price.of("110")),
                                        new ExitLeg.StopLoss(Price.of("90"), null)));

        assertThat(VenueRules.denials(bracket))
                .extracting(Denial::reason)
                .containsExactly(DenialReason.ORDER_CLASS);
    }

    private static OrderType type(String name, String price) {
        Price at = Price.of(price);
        return switch (name) {
            case "MARKET" -> new OrderType.Market();
            case "LIMIT" -> new OrderType.Limit(at);
            case "STOP" -> new OrderType.Stop(at);
            case "STOP_LIMIT" -> new OrderType.StopLimit(at, at);
            case "TRAILING" -> new OrderType.TrailingStop(new OrderType.Trail.ByPrice(at));
            default -> throw new IllegalArgumentException(name);
        };
    }
}
