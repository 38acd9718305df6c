package dev.lockstep.domain.usecase.adjust;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.query.AdjustmentScanner;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * The most of a coin that may be missing at the broker for fees that it has taken and not booked
 * yet: the venue takes a fee in coin with the trade, and lists it at the end of the day or later.
 */
public final class AwaitedFees {
    /** A fee that is not booked this long after its trade is overdue: a weekend may lie between. */
    static final int OVERDUE_HOURS = 96;

    /** The highest fee of the venue, as a part of the coins bought. */
    private static final BigDecimal HIGHEST_RATE = new BigDecimal("0.0025");

    /** Each fee may be rounded up by one unit of the venue's last decimal. */
    private static final BigDecimal ROUNDING_QTY = new BigDecimal("0.000000001");

    private final OrderRepository repository;
    private final Fills fills;
    private final InstantSource clock;

    /** Fees of the trades in a store. */
    public AwaitedFees(OrderRepository repository, Fills fills, InstantSource clock) {
        this.repository = repository;
        this.fills = fills;
        this.clock = clock;
    }

    /** Returns the most that may be missing of an instrument; zero for shares. */
    public Quantity most(Symbol symbol) {
        if (symbol.assetClass() != AssetClass.CRYPTO) {
            return Quantity.ZERO;
        }
        Instant now = clock.instant();
        Duration overdue = Duration.ofHours(OVERDUE_HOURS);
        Map<BrokerOrderId, BigDecimal> bought = bought(symbol, now.minus(overdue), now);
        BigDecimal most =
                bought.values().stream()
                        .map(qty -> qty.multiply(HIGHEST_RATE).add(ROUNDING_QTY))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .subtract(booked(symbol, now.minus(overdue), bought));
        return most.signum() <= 0
                ? Quantity.ZERO
                : new Quantity(most.setScale(Quantity.MAX_DECIMALS, RoundingMode.UP));
    }

    /** By order: what its executions add up to, or what it says itself where they are not read. */
    private Map<BrokerOrderId, BigDecimal> bought(Symbol symbol, Instant from, Instant now) {
        Map<BrokerOrderId, BigDecimal> bought = new HashMap<>();
        for (Fill fill : fills.between(from, now)) {
            if (fill.side() == Side.BUY && fill.symbol().equals(symbol)) {
                bought.merge(fill.brokerOrderId(), fill.lastQty().value(), BigDecimal::add);
            }
        }
        OrderQuery newest = OrderQuery.all().of(symbol).of(Side.BUY).traded().newestFirst();
        for (Order order : repository.search(newest)) {
            BrokerOrderId id = order.brokerOrderId();
            Instant traded = order.state().transactTime();
            if (id != null && traded != null && !traded.isBefore(from)) {
                bought.merge(id, order.cumQty().value(), BigDecimal::max);
            }
        }
        return bought;
    }

    private BigDecimal booked(Symbol symbol, Instant from, Map<BrokerOrderId, BigDecimal> bought) {
        AdjustmentQuery query = AdjustmentQuery.all().of(symbol).of(AdjustmentKind.FEE).since(from);
        return new AdjustmentScanner(repository.adjustments())
                .listed(query).stream()
                        .filter(Adjustment::coinFee)
                        .filter(fee -> fee.orderId() != null && bought.containsKey(fee.orderId()))
                        .map(fee -> fee.quantity().value().negate())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
