package dev.lockstep.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import java.util.List;
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
                "AAPL    | 1   | STOP       | OPG | TIME_IN_FORCE timeInForce: OPG (expected: OPG and CLS with market and limit orders only)",
                "AAPL    | 1   | TRAILING   | IOC | TIME_IN_FORCE timeInForce: IOC (expected: DAY or GTC for a trailing stop)",
                "AAPL    | 1   | TRAILING   | GTC | ",
                "AAPL    | 0.5 | MARKET     | DAY | ",
                "AAPL    | 0.5 | LIMIT      | GTC | FRACTIONAL_QUANTITY orderQty: 0.5 (expected: whole shares, or timeInForce DAY)",
                "AAPL    | 0.5 | TRAILING   | DAY | FRACTIONAL_QUANTITY orderQty: 0.5 (expected: whole shares for a trailing stop)",
                "BTC/USD | 0.5 | MARKET     | GTC | ",
                "BTC/USD | 0.5 | STOP_LIMIT | IOC | ",
                "BTC/USD | 0.5 | MARKET     | DAY | TIME_IN_FORCE timeInForce: DAY (expected: GTC or IOC for crypto)",
                "BTC/USD | 0.5 | STOP       | GTC | ORDER_TYPE type: Stop (expected: Market, Limit or StopLimit for crypto)",
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
    @CsvSource({"LIMIT, limitPrice", "STOP, stopPx", "STOP_LIMIT, stopPx"})
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
