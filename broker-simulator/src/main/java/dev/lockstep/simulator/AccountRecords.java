package dev.lockstep.simulator;

import dev.lockstep.simulator.exchange.CorporateActions;
import dev.lockstep.simulator.exchange.ledger.AccountValue;
import dev.lockstep.simulator.exchange.ledger.Execution;
import dev.lockstep.simulator.exchange.ledger.ExecutionQuery;
import dev.lockstep.simulator.exchange.ledger.ExecutionType;
import dev.lockstep.simulator.exchange.ledger.ListedPosition;
import dev.lockstep.simulator.exchange.ledger.NonTradeActivity;
import dev.lockstep.simulator.exchange.ledger.NonTradeActivityQuery;
import dev.lockstep.simulator.exchange.model.Side;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The exchange's own records of one account. Thread-safe. */
public final class AccountRecords {
    private final ExchangeGate floor;
    private final String account;

    /**
     * The account's value at current prices, in dollars.
     *
     * @param held the value of all positions, short ones counted like long ones
     */
    public record Value(BigDecimal equity, BigDecimal held) {}

    /**
     * A position.
     *
     * @param qty negative if short
     * @param entryPrice the average price it was opened at, without fees
     * @param price the current price
     */
    public record Holding(String symbol, BigDecimal qty, BigDecimal entryPrice, BigDecimal price) {}

    /**
     * A trade.
     *
     * @param feeQty the part of the quantity that was taken as a fee, zero if it was taken in
     *     dollars
     * @param fee all its fees in dollars: that of the coin at its price, and its share of the
     *     regulatory fees of its day
     * @param cumQty the filled quantity of the order after it
     * @param leavesQty the open quantity of the order after it
     */
    public record Trade(
            String id,
            String orderId,
            String symbol,
            boolean buy,
            BigDecimal qty,
            BigDecimal price,
            BigDecimal feeQty,
            BigDecimal fee,
            BigDecimal cumQty,
            BigDecimal leavesQty,
            Instant at) {
        /** Returns the quantity without the part that was taken as a fee. */
        public BigDecimal received() {
            return qty.subtract(feeQty);
        }
    }

    AccountRecords(ExchangeGate floor, String account) {
        this.floor = floor;
        this.account = account;
    }

    /** Returns the account's value. */
    public Value value() {
        AccountValue value = floor.call((exchange, _) -> exchange.records().value(account));
        return new Value(
                value.equity(), value.longMarketValue().add(value.shortMarketValue().abs()));
    }

    /** Returns the account's positions. */
    public List<Holding> positions() {
        List<ListedPosition> positions =
                floor.call((exchange, now) -> exchange.records().positions(account, now));
        return positions.stream()
                .map(each ->
                        new Holding(
                                each.position().symbol(),
                                each.position().qty(),
                                each.position().averageEntryPrice(),
                                each.price()))
                .toList();
    }

    /** Returns the account's trades, oldest first, without busts and corrections of trades. */
    public List<Trade> trades() {
        ExecutionQuery all = new ExecutionQuery(null, null, null, true, Integer.MAX_VALUE, null);
        List<Execution> executions =
                floor.call((exchange, _) -> exchange.records().executions(account, all));
        List<Execution> trades =
                executions.stream()
                        .filter(each -> each.type() != ExecutionType.TRADE_BUST)
                        .filter(each -> each.type() != ExecutionType.TRADE_CORRECT)
                        .toList();
        TradeFees fees = new TradeFees(trades, activities());
        return trades.stream().map(each -> trade(each, fees)).toList();
    }

    /** Returns all fees in dollars; those taken in coins at the price of their trade. */
    public BigDecimal fees() {
        return activities().stream()
                .filter(each -> each.feeOfTrade() || each.regulatory())
                .map(TradeFees::dollars)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Charges regulators' fees on each day's sales of stocks, for all accounts. */
    public void chargeRegulatoryFees() {
        floor.call((exchange, now) -> {
            CorporateActions actions = exchange.corporateActions();
            actions.changeFees(actions.feesListed(), true, now);
            return now;
        });
    }

    private List<NonTradeActivity> activities() {
        NonTradeActivityQuery all =
                new NonTradeActivityQuery(Set.of(), null, null, true, Integer.MAX_VALUE, null);
        return floor.call((exchange, _) -> exchange.records().bookings(account, all));
    }

    private static Trade trade(Execution execution, TradeFees fees) {
        return new Trade(
                execution.id().toString(),
                execution.orderId().toString(),
                execution.symbol(),
                execution.side() == Side.BUY,
                execution.qty(),
                execution.price(),
                fees.qty(execution),
                fees.dollars(execution),
                execution.cumQty(),
                execution.leavesQty(),
                execution.at());
    }
}
