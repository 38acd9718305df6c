package dev.lockstep.contracts.store.orders;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.TradingHours;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Terms of each type, class, duration and size of order. */
final class TermsOfEveryKind implements ArgumentsProvider {
    @Override
    public Stream<Arguments> provideArguments(
            ParameterDeclarations parameters, ExtensionContext context) {
        return terms().map(Arguments::of);
    }

    private static Stream<NewOrder> terms() {
        return Stream.of(
                OrderFixture.terms("AAPL", "10", new OrderType.Market(), TimeInForce.DAY),
                OrderFixture.terms("BRK.B", "0.000000001", new OrderType.Market(), TimeInForce.DAY),
                OrderFixture.terms(
                        "F", "3", new OrderType.Limit(Price.of("0.9876")), TimeInForce.GTC),
                OrderFixture.terms(
                        "SPY", "3", new OrderType.Stop(Price.of("500")), TimeInForce.OPG),
                OrderFixture.terms(
                        "BTC/USD",
                        "123456789.123456789",
                        new OrderType.StopLimit(Price.of("99999.99"), Price.of("100000.000000001")),
                        TimeInForce.IOC),
                OrderFixture.terms(
                        "QQQ",
                        "1",
                        new OrderType.TrailingStop(new OrderType.Trail.ByPrice(Price.of("1.25"))),
                        TimeInForce.FOK),
                OrderFixture.terms(
                        "IWM",
                        "1",
                        new OrderType.TrailingStop(
                                new OrderType.Trail.ByPercent(new BigDecimal("2.5"))),
                        TimeInForce.CLS),
                limit().with(TradingHours.EXTENDED),
                limit().with(new OrderAmount.ByCash(Money.of("1000.25"))),
                limit().with(
                                new OrderClass.Bracket(
                                        new ExitLeg.TakeProfit(Price.of("90")),
                                        new ExitLeg.StopLoss(Price.of("110"), null))),
                limit().with(
                                new OrderClass.OneCancelsOther(
                                        new ExitLeg.StopLoss(Price.of("90"), Price.of("89.5")))),
                limit().with(
                                new OrderClass.OneTriggersOther(
                                        new ExitLeg.TakeProfit(Price.of("90")))),
                limit().with(
                                new OrderClass.OneTriggersOther(
                                        new ExitLeg.StopLoss(Price.of("110"), Price.of("110.5")))));
    }

    private static NewOrder limit() {
        return OrderFixture.terms(
                "AAPL", "3", new OrderType.Limit(Price.of("100")), TimeInForce.DAY);
    }
}
