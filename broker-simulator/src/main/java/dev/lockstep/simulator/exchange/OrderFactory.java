package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.hours.ExchangeHours;
import dev.lockstep.simulator.exchange.market.SeededRandom;
import dev.lockstep.simulator.exchange.matching.Matcher;
import dev.lockstep.simulator.exchange.model.Decimals;
import dev.lockstep.simulator.exchange.model.FillTotals;
import dev.lockstep.simulator.exchange.model.LegRole;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderClass;
import dev.lockstep.simulator.exchange.model.OrderLinks;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.OrderTerms;
import dev.lockstep.simulator.exchange.model.OrderTimestamps;
import dev.lockstep.simulator.exchange.model.OrderType;
import dev.lockstep.simulator.exchange.model.PositionIntent;
import dev.lockstep.simulator.exchange.model.RequestedOrder;
import dev.lockstep.simulator.exchange.model.Side;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import dev.lockstep.simulator.exchange.model.TriggerState;
import dev.lockstep.simulator.exchange.rule.OrderContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the order and its legs from an accepted request. */
final class OrderFactory {
    private static final Duration GTC_LIFE = Duration.ofDays(90);

    private final ExchangeBook book;
    private final SeededRandom dice;
    private final ExchangeHours hours;

    OrderFactory(ExchangeBook book, SeededRandom dice, ExchangeHours hours) {
        this.book = book;
        this.dice = dice;
        this.hours = hours;
    }

    /** Returns the order, followed by its legs. */
    List<Order> draft(OrderContext p, Instant at) {
        OrderTerms terms = terms(p);
        long number = book.lastOrderNumber() + 1;
        Order order = order(p, number, terms, OrderLinks.NONE, first(p, at), at);
        List<Order> drafted = new ArrayList<>();
        drafted.add(order);
        BigDecimal profit = p.request().takeProfitLimitPrice();
        if (profit != null && p.request().orderClass() != OrderClass.OCO) {
            drafted.add(leg(p, order, drafted.size(), takeProfit(terms, profit), at));
        }
        BigDecimal stop = p.request().stopLossStopPrice();
        if (stop != null) {
            OrderTerms loss = stopLoss(terms, stop, p.request().stopLossLimitPrice());
            drafted.add(leg(p, order, drafted.size(), loss, at));
        }
        return drafted;
    }

    /** Returns the successor of a replaced order. */
    Order successor(
            Order old, OrderTerms terms, FillTotals carried, String clientOrderId, Instant at) {
        long number = book.lastOrderNumber() + 1;
        boolean held = old.status() == OrderStatus.HELD;
        return new Order(
                dice.uuid("order", number),
                number,
                old.account(),
                clientOrderId,
                terms,
                reservePrice(old, terms),
                held ? OrderStatus.HELD : OrderStatus.PENDING_NEW,
                old.readiness(),
                carried,
                OrderTimestamps.submitted(at, expiry(terms, at)),
                old.lineage().successorOf(old.id()),
                old.highWaterMark(),
                old.collar());
    }

    /**
     * Returns the reserve price for the changed terms: it moves with the limit price, else with the
     * stop price; a short sale never reserves less than before.
     */
    private static BigDecimal reservePrice(Order old, OrderTerms terms) {
        BigDecimal limit = terms.limitPrice();
        BigDecimal named = limit != null ? limit : terms.stopPrice();
        if (named == null || old.reservePrice().signum() == 0) {
            return old.reservePrice();
        }
        return terms.side() == Side.BUY ? named : old.reservePrice().max(named);
    }

    /** Generates a client order id for an order without one. */
    String generatedClientOrderId(long number) {
        return dice.uuid("client order", number).toString();
    }

    private OrderStatus first(OrderContext p, Instant at) {
        TimeInForce timeInForce = p.request().timeInForce();
        if (timeInForce.auction()) {
            return hours.auction(timeInForce, at).isAfter(at)
                    ? OrderStatus.ACCEPTED
                    : OrderStatus.PENDING_NEW;
        }
        boolean extended = p.request().extendedHours();
        return hours.open(p.asset().assetClass(), extended, at)
                ? OrderStatus.PENDING_NEW
                : OrderStatus.ACCEPTED;
    }

    private Order order(
            OrderContext p,
            long number,
            OrderTerms terms,
            OrderLinks lineage,
            OrderStatus status,
            Instant at) {
        String given = lineage.parent() == null ? p.request().clientOrderId() : null;
        boolean leg = lineage.parent() != null;
        return new Order(
                dice.uuid("order", number),
                number,
                p.account().name(),
                given == null ? generatedClientOrderId(number) : given,
                terms,
                terms.intent().opens() ? p.reservePrice() : BigDecimal.ZERO,
                status,
                leg ? TriggerState.DORMANT : TriggerState.ARMED,
                FillTotals.NOTHING,
                OrderTimestamps.submitted(at, expiry(terms, at)),
                lineage,
                terms.type() == OrderType.TRAILING_STOP ? p.price() : null,
                terms.type() == OrderType.MARKET ? p.collar() : null);
    }

    private Order leg(OrderContext p, Order parent, int index, OrderTerms terms, Instant at) {
        LegRole role = terms.type().hasStop() ? LegRole.STOP_LOSS : LegRole.TAKE_PROFIT;
        OrderLinks lineage = OrderLinks.leg(parent.id(), role);
        return order(p, parent.number() + index, terms, lineage, OrderStatus.HELD, at);
    }

    private Instant expiry(OrderTerms terms, Instant at) {
        TimeInForce timeInForce = terms.timeInForce();
        if (timeInForce.auction()) {
            return hours.auction(timeInForce, at);
        }
        return timeInForce == TimeInForce.GTC
                ? at.plus(GTC_LIFE)
                : hours.dayEnd(terms.extendedHours(), at);
    }

    private static OrderTerms terms(OrderContext p) {
        RequestedOrder r = p.request();
        BigDecimal qty = r.qty();
        return new OrderTerms(
                p.asset().symbol(),
                r.side(),
                r.type(),
                r.timeInForce(),
                r.orderClass(),
                qty == null ? null : cut(qty),
                r.notional(),
                limitPrice(r),
                stopPrice(p),
                r.trailPrice(),
                r.trailPercent(),
                r.extendedHours(),
                p.intent());
    }

    /** Returns the limit price. An oco order is its own take-profit. */
    private static @Nullable BigDecimal limitPrice(RequestedOrder r) {
        BigDecimal profit = r.takeProfitLimitPrice();
        return r.orderClass() == OrderClass.OCO && profit != null ? profit : r.limitPrice();
    }

    private static @Nullable BigDecimal stopPrice(OrderContext p) {
        RequestedOrder r = p.request();
        return r.type() == OrderType.TRAILING_STOP
                ? Matcher.trailedStop(
                        r.side(), r.trailPrice(), r.trailPercent(), p.asset(), p.price())
                : r.stopPrice();
    }

    /** Truncates a quantity to nine decimals, as Alpaca does without an error. */
    private static BigDecimal cut(BigDecimal qty) {
        return qty.scale() > Decimals.QTY_SCALE_DIGITS
                ? qty.setScale(Decimals.QTY_SCALE_DIGITS, RoundingMode.DOWN)
                : qty;
    }

    private static OrderTerms takeProfit(OrderTerms entry, BigDecimal limitPrice) {
        return exit(entry, OrderType.LIMIT, limitPrice, null);
    }

    private static OrderTerms stopLoss(
            OrderTerms entry, BigDecimal stop, @Nullable BigDecimal limit) {
        return exit(entry, limit == null ? OrderType.STOP : OrderType.STOP_LIMIT, limit, stop);
    }

    private static OrderTerms exit(
            OrderTerms entry,
            OrderType type,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal stop) {
        boolean oco = entry.orderClass() == OrderClass.OCO;
        Side side = oco ? entry.side() : entry.side().opposite();
        PositionIntent intent =
                side == Side.BUY ? PositionIntent.BUY_TO_CLOSE : PositionIntent.SELL_TO_CLOSE;
        return new OrderTerms(
                entry.symbol(),
                side,
                type,
                entry.timeInForce(),
                entry.orderClass(),
                entry.qty(),
                entry.notional(),
                limit,
                stop,
                null,
                null,
                false,
                intent);
    }
}
