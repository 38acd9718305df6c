package dev.lockstep.simulator.exchange.matching;

import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.book.FillConditions;
import dev.lockstep.simulator.exchange.book.Journal;
import dev.lockstep.simulator.exchange.book.OrderHandle;
import dev.lockstep.simulator.exchange.hours.ExchangeHours;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.exchange.market.SeededRandom;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Decimals;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.OrderTerms;
import dev.lockstep.simulator.exchange.model.Side;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import dev.lockstep.simulator.exchange.model.TriggerState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fills orders at the market price. The market takes any quantity unless a bar's volume limits it.
 */
public final class Matcher {
    private static final BigDecimal TAKER_FEE = new BigDecimal("0.0025");
    private static final BigDecimal MAKER_FEE = new BigDecimal("0.0015");
    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    private final ExchangeBook book;
    private final Journal journal;
    private final Contingency contingency;
    private final SeededRandom dice;
    private final ExchangeHours hours;
    private final Liquidity liquidity;
    private final Set<String> halted;
    private int partialFillMillionths;

    public Matcher(
            ExchangeBook book,
            Journal journal,
            Contingency contingency,
            SeededRandom dice,
            ExchangeConfig config,
            Set<String> halted) {
        this.book = book;
        this.journal = journal;
        this.contingency = contingency;
        this.dice = dice;
        this.hours = config.hours();
        this.liquidity = new Liquidity(book, config.bars());
        this.partialFillMillionths = config.partialFillMillionths();
        this.halted = halted;
    }

    /** Sets the probability, in millionths, that an order first fills in part. */
    public void fillInPart(int millionths) {
        partialFillMillionths = millionths;
    }

    /**
     * Fills every order of a symbol that the current price triggers.
     *
     * @param newest the number of the last order to include
     */
    public void sweep(Asset asset, long newest, Instant at) {
        if (halted.contains(asset.symbol())) {
            return;
        }
        BigDecimal price = book.market().price(asset);
        for (OrderHandle ticket : book.openOrders().triggers(asset.symbol()).due(price)) {
            boolean extended = ticket.order().terms().extendedHours();
            boolean takesPart = ticket.order().number() <= newest;
            if (takesPart
                    && ticket.order().watching()
                    && hours.open(asset.assetClass(), extended, at)) {
                work(ticket, asset, false, at);
            }
        }
    }

    /** Fills one order if the current price allows it. */
    public void work(OrderHandle ticket, Asset asset, boolean arriving, Instant at) {
        BigDecimal price = book.market().price(asset);
        if (FillConditions.waitsForStop(ticket.order())) {
            follow(ticket, asset, price, at);
            if (!FillConditions.reachesStop(ticket.order(), price)) {
                return;
            }
            trigger(ticket, at);
        }
        if (FillConditions.trades(ticket.order(), price)) {
            fill(ticket, asset, price, arriving, at);
        }
    }

    private void follow(OrderHandle ticket, Asset asset, BigDecimal price, Instant at) {
        Order order = ticket.order();
        BigDecimal mark = order.highWaterMark();
        if (mark == null) {
            return;
        }
        boolean better =
                order.terms().side() == Side.SELL
                        ? price.compareTo(mark) > 0
                        : price.compareTo(mark) < 0;
        if (better) {
            BigDecimal stop = trailedStop(order.terms(), asset, price);
            journal.write(new LedgerEntry.OrderTrailed(at, order.id(), price, stop));
        }
    }

    /** Returns the stop price of a trailing stop at a high-water mark. */
    public static BigDecimal trailedStop(OrderTerms terms, Asset asset, BigDecimal mark) {
        return trailedStop(terms.side(), terms.trailPrice(), terms.trailPercent(), asset, mark);
    }

    public static BigDecimal trailedStop(
            Side side,
            @Nullable BigDecimal trailPrice,
            @Nullable BigDecimal trailPercent,
            Asset asset,
            BigDecimal mark) {
        BigDecimal distance =
                trailPrice != null
                        ? trailPrice
                        : mark.multiply(Objects.requireNonNull(trailPercent)).multiply(PERCENT);
        BigDecimal stop = side == Side.SELL ? mark.subtract(distance) : mark.add(distance);
        BigDecimal tick = asset.tick(stop);
        return stop.setScale(tick.scale(), RoundingMode.HALF_EVEN).max(tick);
    }

    private void trigger(OrderHandle ticket, Instant at) {
        Order order = ticket.order();
        if (order.status() == OrderStatus.HELD) {
            contingency.cancelOthers(ticket, at);
            journal.write(new LedgerEntry.OrderMoved(at, order.id(), OrderStatus.NEW));
        }
        journal.write(new LedgerEntry.OrderReadied(at, order.id(), TriggerState.TRIGGERED));
    }

    private void fill(
            OrderHandle ticket, Asset asset, BigDecimal price, boolean arriving, Instant at) {
        Order order = ticket.order();
        BigDecimal whole = wholeQty(order, price);
        BigDecimal most = most(order, asset, whole, at);
        if (most.signum() == 0) {
            return;
        }
        long turn = book.executionCount() + 1;
        BigDecimal qty = order.terms().notional() == null ? part(order, asset, most, turn) : most;
        BigDecimal fee = fee(order, asset, qty, price, arriving);
        BigDecimal received = order.terms().side() == Side.BUY ? qty.subtract(fee) : qty;
        BigDecimal positionQty =
                book.account(order.account())
                        .position(asset.symbol())
                        .qty()
                        .add(order.terms().side().signed(received));
        journal.write(
                new LedgerEntry.OrderFilled(
                        at,
                        order.id(),
                        dice.uuid("execution", turn),
                        qty,
                        price,
                        fee,
                        positionQty,
                        Decimals.same(qty, whole)));
        liquidity.traded(asset, qty, at);
        contingency.traded(ticket, at);
    }

    /**
     * Returns the part of a quantity that the market takes; zero if the order must fill completely
     * and cannot.
     */
    private BigDecimal most(Order order, Asset asset, BigDecimal whole, Instant at) {
        BigDecimal left = liquidity.left(asset, at);
        if (left == null || left.compareTo(whole) >= 0) {
            return whole;
        }
        boolean undivided =
                order.terms().timeInForce() == TimeInForce.FOK || order.terms().notional() != null;
        int scale = asset.crypto() ? Decimals.QTY_SCALE_DIGITS : Math.max(whole.scale(), 0);
        return undivided ? BigDecimal.ZERO : left.setScale(scale, RoundingMode.DOWN);
    }

    private BigDecimal wholeQty(Order order, BigDecimal price) {
        BigDecimal notional = order.terms().notional();
        if (notional == null) {
            return order.leavesQty();
        }
        BigDecimal qty = Decimals.qty(notional, price);
        BigDecimal held =
                book.account(order.account()).position(order.terms().symbol()).qty().abs();
        return order.terms().intent().opens() ? qty : qty.min(held);
    }

    private BigDecimal part(Order order, Asset asset, BigDecimal whole, long turn) {
        boolean never = order.terms().timeInForce() == TimeInForce.FOK;
        if (never || !dice.chance("partial", turn, partialFillMillionths)) {
            return whole;
        }
        BigDecimal share = BigDecimal.valueOf(1 + dice.roll("part", turn, 99), 2);
        int scale = asset.crypto() ? Decimals.QTY_SCALE_DIGITS : 0;
        BigDecimal part = whole.multiply(share).setScale(scale, RoundingMode.DOWN);
        return part.signum() == 0 ? whole : part;
    }

    private static BigDecimal fee(
            Order order, Asset asset, BigDecimal qty, BigDecimal price, boolean arriving) {
        if (!asset.crypto()) {
            return BigDecimal.ZERO;
        }
        BigDecimal rate = arriving ? TAKER_FEE : MAKER_FEE;
        BigDecimal received = order.terms().side() == Side.BUY ? qty : qty.multiply(price);
        return received.multiply(rate).setScale(Decimals.QTY_SCALE_DIGITS, RoundingMode.HALF_UP);
    }
}
