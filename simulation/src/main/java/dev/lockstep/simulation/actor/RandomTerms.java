package dev.lockstep.simulation.actor;

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
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulation.scenario.Chance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes up orders around the present prices. */
public final class RandomTerms {
    /** The shares that are traded. */
    public static final List<Symbol> SHARES = List.of(new Symbol("AAPL"), new Symbol("MSFT"));

    /** The coin that is traded. */
    public static final Symbol COIN = new Symbol("BTC/USD");

    /** The strategies that trade. */
    public static final List<StrategyId> STRATEGIES =
            List.of(new StrategyId("alpha"), new StrategyId("beta"));

    private static final int BUY_PERCENT = 60;

    private final MarketPlace market;
    private final Promises promises;
    private final Chance chance;

    public RandomTerms(MarketPlace market, Promises promises, Chance chance) {
        this.market = market;
        this.promises = promises;
        this.chance = chance;
    }

    /** Returns all instruments that are traded. */
    public static List<Symbol> traded() {
        return Stream.concat(SHARES.stream(), Stream.of(COIN)).toList();
    }

    /** Returns a simple order of shares. */
    public NewOrder simple() {
        Symbol symbol = chance.of(SHARES);
        Side side = chance.percent(BUY_PERCENT) ? Side.BUY : Side.SELL;
        return new NewOrder(
                        symbol,
                        side,
                        Quantity.of(String.valueOf(chance.between(1, 20))),
                        type(symbol, side),
                        chance.percent(70) ? TimeInForce.GTC : TimeInForce.DAY)
                .with(strategy());
    }

    /** Returns a bracket, a pair of exits, or an entry with one exit. */
    public NewOrder linked() {
        Symbol symbol = chance.of(SHARES);
        int distance = chance.between(2, 8);
        ExitLeg.TakeProfit profit = new ExitLeg.TakeProfit(price(symbol, 100 + distance));
        ExitLeg.StopLoss stop = new ExitLeg.StopLoss(price(symbol, 100 - distance), null);
        Quantity qty = Quantity.of(String.valueOf(chance.between(2, 20)));
        OrderType entry =
                chance.percent(50)
                        ? new OrderType.Market()
                        : new OrderType.Limit(price(symbol, 100 + chance.between(-1, 1)));
        NewOrder plain = new NewOrder(symbol, Side.BUY, qty, entry, TimeInForce.GTC);
        return switch (chance.between(0, 2)) {
            case 0 -> plain.with(new OrderClass.Bracket(profit, stop)).with(strategy());
            case 1 ->
                    plain.with(new OrderClass.OneTriggersOther(chance.percent(50) ? profit : stop))
                            .with(strategy());
            default ->
                    new NewOrder(
                                    symbol,
                                    Side.SELL,
                                    qty,
                                    new OrderType.Limit(profit.limitPrice()),
                                    TimeInForce.GTC)
                            .with(new OrderClass.OneCancelsOther(stop))
                            .with(strategy());
        };
    }

    /** Returns an order for dollars. */
    public NewOrder notional() {
        NewOrder plain =
                new NewOrder(
                        chance.of(SHARES),
                        Side.BUY,
                        Quantity.of("1"),
                        new OrderType.Market(),
                        TimeInForce.DAY);
        return plain.with(
                        new OrderAmount.ByCash(
                                new Money(new BigDecimal(chance.between(50, 3_000)))))
                .with(strategy());
    }

    /** Returns an order of coins. */
    public NewOrder crypto() {
        Side side = chance.percent(BUY_PERCENT) ? Side.BUY : Side.SELL;
        OrderType type =
                chance.percent(50)
                        ? new OrderType.Market()
                        : new OrderType.Limit(price(COIN, 100 + chance.between(-2, 2)));
        return new NewOrder(
                        COIN,
                        side,
                        new Quantity(new BigDecimal(chance.between(1, 900)).movePointLeft(3)),
                        type,
                        TimeInForce.GTC)
                .with(strategy());
    }

    /** Returns an exit for a given entry. */
    public NewOrder exit(NewOrder entry) {
        Quantity qty = entry.orderQty();
        Side side = entry.side() == Side.BUY ? Side.SELL : Side.BUY;
        int percent = side == Side.SELL ? 100 - chance.between(1, 6) : 100 + chance.between(1, 6);
        return new NewOrder(
                        entry.symbol(),
                        side,
                        qty == null ? Quantity.of("1") : qty,
                        chance.percent(40)
                                ? new OrderType.Market()
                                : new OrderType.Stop(price(entry.symbol(), percent)),
                        TimeInForce.GTC)
                .with(entry.strategy());
    }

    /** Some strategy, or none. */
    public @Nullable StrategyId strategy() {
        return chance.percent(60) || promises.isStrategiesOnly() ? chance.of(STRATEGIES) : null;
    }

    /** Returns the present price in percent, at a tick that the exchange takes. */
    public Price price(Symbol symbol, int percent) {
        return new Price(
                market.price(symbol.value())
                        .multiply(BigDecimal.valueOf(percent, 2))
                        .setScale(2, RoundingMode.HALF_UP));
    }

    private OrderType type(Symbol symbol, Side side) {
        int stopPercent =
                side == Side.BUY ? 100 + chance.between(1, 4) : 100 - chance.between(1, 4);
        return switch (chance.between(0, 9)) {
            case 0, 1, 2 -> new OrderType.Market();
            case 3, 4, 5, 6 -> new OrderType.Limit(price(symbol, 100 + chance.between(-4, 4)));
            case 7 -> new OrderType.Stop(price(symbol, stopPercent));
            case 8 ->
                    new OrderType.StopLimit(
                            price(symbol, stopPercent),
                            price(symbol, side == Side.BUY ? stopPercent + 1 : stopPercent - 1));
            default ->
                    new OrderType.TrailingStop(
                            new OrderType.Trail.ByPercent(new BigDecimal(chance.between(1, 6))));
        };
    }
}
