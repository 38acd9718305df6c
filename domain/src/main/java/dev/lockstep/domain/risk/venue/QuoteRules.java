package dev.lockstep.domain.risk.venue;

import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialCollector;
import dev.lockstep.domain.risk.denial.DenialReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the venue that depend on the market. Pure.
 *
 * <p>The venue compares with its own price a moment later, so only a price beyond both sides of the
 * quote is refused here; the venue judges the rest.
 */
public final class QuoteRules {
    private final NewOrder order;
    private final Quote quote;
    private final DenialCollector denials = new DenialCollector();

    private QuoteRules(NewOrder order, Quote quote) {
        this.order = order;
        this.quote = quote;
    }

    /** Returns whether a quote matters for the order. */
    public static boolean concern(NewOrder order) {
        return switch (order.type()) {
            case OrderType.Stop _ -> true;
            case OrderType.StopLimit _ -> true;
            case OrderType.Market _ ->
                    !(order.orderClass() instanceof OrderClass.Simple) || worthUnknown(order);
            case OrderType.Limit _ -> false;
            case OrderType.TrailingStop _ -> false;
        };
    }

    /** Returns all rules that the order breaks in this market; empty where it breaks none. */
    public static List<Denial> denials(NewOrder order, Quote quote) {
        QuoteRules rules = new QuoteRules(order, quote);
        switch (order.type()) {
            case OrderType.Stop(Price stop) -> rules.checkStop("stopPrice", stop, order.side());
            case OrderType.StopLimit both ->
                    rules.checkStop("stopPrice", both.stopPx(), order.side());
            case OrderType.Market _ -> rules.checkMarket();
            case OrderType.Limit _ -> {}
            case OrderType.TrailingStop _ -> {}
        }
        return rules.denials.list();
    }

    private void checkMarket() {
        switch (order.orderClass()) {
            case OrderClass.Simple _ -> checkValue();
            case OrderClass.Bracket(var profit, var loss) -> {
                checkProfit(profit);
                checkLoss(loss);
            }
            case OrderClass.OneTriggersOther(ExitLeg.TakeProfit profit) -> checkProfit(profit);
            case OrderClass.OneTriggersOther(ExitLeg.StopLoss loss) -> checkLoss(loss);
            case OrderClass.OneCancelsOther _ -> {}
        }
    }

    /** A stop to buy waits above the market, one to sell below it. */
    private void checkStop(String field, Price stop, Side side) {
        require(
                !passed(stop, side),
                DenialReason.STOP_PRICE,
                field,
                stop,
                side == Side.BUY ? "> " + quote.bidPx() : "< " + quote.askPx());
    }

    private boolean passed(Price stop, Side side) {
        return side == Side.BUY ? atMost(stop, quote.bidPx()) : atLeast(stop, quote.askPx());
    }

    /** A profit lies beyond the market on the far side of the entry. */
    private void checkProfit(ExitLeg.TakeProfit profit) {
        Price limit = profit.limitPrice();
        boolean wrong =
                order.side() == Side.BUY
                        ? atMost(limit, quote.bidPx())
                        : atLeast(limit, quote.askPx());
        require(
                !wrong,
                DenialReason.EXIT_PRICE,
                "takeProfit",
                limit,
                order.side() == Side.BUY ? "> " + quote.bidPx() : "< " + quote.askPx());
    }

    private void checkLoss(ExitLeg.StopLoss loss) {
        Side exit = order.side() == Side.BUY ? Side.SELL : Side.BUY;
        require(
                !passed(loss.stopPx(), exit),
                DenialReason.EXIT_PRICE,
                "stopLoss",
                loss.stopPx(),
                exit == Side.BUY ? "> " + quote.bidPx() : "< " + quote.askPx());
    }

    /** At the dearer side it is worth the most that it can be. */
    private void checkValue() {
        Price dearest = quote.askPx();
        if (dearest != null
                && order.amount() instanceof OrderAmount.ByQuantity(var orderQty)
                && worthUnknown(order)) {
            Money value = dearest.times(orderQty);
            Money least = MinimumValue.of(order);
            require(
                    value.compareTo(least) >= 0,
                    DenialReason.MINIMUM_VALUE,
                    "value",
                    value,
                    ">= " + least);
        }
    }

    /** A market order by quantity may be worth too little: any of coins, and a buy of shares. */
    private static boolean worthUnknown(NewOrder order) {
        return order.amount() instanceof OrderAmount.ByQuantity
                && (order.symbol().assetClass() == AssetClass.CRYPTO || order.side() == Side.BUY);
    }

    private static boolean atMost(Price price, @Nullable Price bound) {
        return bound != null && price.compareTo(bound) <= 0;
    }

    private static boolean atLeast(Price price, @Nullable Price bound) {
        return bound != null && price.compareTo(bound) >= 0;
    }

    private void require(
            boolean holds, DenialReason reason, String field, Object value, String expected) {
        denials.require(holds, reason, field, value, expected);
    }
}
