package dev.lockstep.benchmarks.growth;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport.StatusReport;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.order.id.StrategyId;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The n-th order of a benchmark database, all of which follows from its number: one order in ten is
 * open, the others are filled; of each three of a strategy in an instrument, two buy and one sells.
 *
 * @param number its number, from 0
 */
record GrownOrder(int number) {
    /** Number of instruments, which are traded in turn. */
    static final int SYMBOLS = 5;

    /** Number of strategies, each of which trades every instrument. */
    static final int STRATEGIES = 3;

    static final Quantity QTY = Quantity.of("10");

    private static final int SIDES = 3;
    private static final int OPEN_ONE_IN = 10;
    private static final int PRICES = 200;
    private static final int LOWEST_PRICE_CENTS = 10_000;
    private static final Instant BEGIN = Instant.parse("2026-11-23T14:30:00Z");
    private static final Price LIMIT = Price.of("190.5");

    /** Returns the n-th instrument. */
    static Symbol symbol(int n) {
        return new Symbol("SYM" + (char) ('A' + n % SYMBOLS));
    }

    /** Returns the n-th strategy. */
    static StrategyId strategy(int n) {
        return new StrategyId("strategy-" + n % STRATEGIES);
    }

    Symbol symbol() {
        return symbol(number);
    }

    StrategyId strategy() {
        return strategy(number / SYMBOLS);
    }

    Side side() {
        return number / (SYMBOLS * STRATEGIES) % SIDES == SIDES - 1 ? Side.SELL : Side.BUY;
    }

    /**
     * Returns whether it is open. Shifted by its tens, so that each instrument, strategy and side
     * has open orders.
     */
    boolean open() {
        return (number + number / OPEN_ONE_IN) % OPEN_ONE_IN == 0;
    }

    Instant time() {
        return BEGIN.plusMillis(number);
    }

    NewOrder terms() {
        return new NewOrder(
                symbol(),
                side(),
                new OrderAmount.ByQuantity(QTY),
                new OrderType.Limit(LIMIT),
                TimeInForce.DAY,
                TradingHours.REGULAR,
                new OrderClass.Simple(),
                strategy());
    }

    StatusReport acknowledged() {
        return new StatusReport(brokerId(), known(OrderStatus.NEW), Quantity.ZERO, null, time());
    }

    Evidence acknowledgement() {
        return new Evidence(
                Evidence.Source.HTTP_ANSWER, "POST /v2/orders: 200", "", payload("new"));
    }

    StatusReport filled() {
        return new StatusReport(brokerId(), known(OrderStatus.FILLED), QTY, price(), time());
    }

    Evidence fillEvent() {
        return new Evidence(Evidence.Source.STREAM, "trade_updates: fill", "", payload("filled"));
    }

    Fill fill() {
        return new Fill(
                new ExecutionId("execution-" + number),
                brokerId(),
                symbol(),
                side(),
                QTY,
                price(),
                QTY,
                Quantity.ZERO,
                time());
    }

    private Price price() {
        return new Price(BigDecimal.valueOf(LOWEST_PRICE_CENTS + number % PRICES, 2));
    }

    private BrokerOrderId brokerId() {
        return new BrokerOrderId("61e69015-8549-4bfd-b9c3-%012x".formatted(number));
    }

    private String payload(String status) {
        return """
        {"id":"61e69015-8549-4bfd-b9c3-%012x","client_order_id":"k3v7q2-%d","symbol":"%s",\
        "asset_class":"us_equity","qty":"10","order_class":"simple","type":"limit","side":"%s",\
        "time_in_force":"day","limit_price":"190.5","status":"%s","extended_hours":false}\
        """
                .formatted(number, number, symbol(), side(), status);
    }

    private static ReportedStatus known(OrderStatus status) {
        return new ReportedStatus.Known(status == OrderStatus.NEW ? "new" : "filled", status);
    }
}
