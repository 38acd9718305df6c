package dev.lockstep.app.backtest;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.position.RoundTrip;
import dev.lockstep.domain.position.RoundTrips;
import dev.lockstep.simulator.AccountRecords;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The result of a backtest.
 *
 * @param prices a description of where the prices came from
 * @param from the exchange's time at the start
 * @param until its time at the end
 * @param end how it ended
 * @param unfinishedSteps steps at which the bot was not done within a minute of real time
 * @param value the account at the end
 * @param positions the open positions at the end
 * @param trades the trades, oldest first
 * @param fees all fees, in dollars
 * @param unlisted the symbols without bars that the bot asked for
 */
public record BacktestResult(
        String prices,
        Instant from,
        Instant until,
        BacktestEnd end,
        long unfinishedSteps,
        AccountRecords.Value value,
        List<AccountRecords.Holding> positions,
        List<AccountRecords.Trade> trades,
        BigDecimal fees,
        Set<String> unlisted,
        EquityCurve curve) {
    public BacktestResult {
        positions = List.copyOf(positions);
        trades = List.copyOf(trades);
        unlisted = Collections.unmodifiableSortedSet(new TreeSet<>(unlisted));
    }

    /** Returns the equity at the start, in dollars. */
    BigDecimal initialEquity() {
        return curve.points().getFirst().equity();
    }

    /** Returns the round trips, first in, first out; of coins without those taken as a fee. */
    List<RoundTrip> roundTrips() {
        RoundTrips trips = new RoundTrips();
        trades.stream()
                .filter(trade -> trade.received().signum() > 0)
                .map(BacktestResult::fill)
                .forEach(trips::add);
        return trips.closed();
    }

    private static Fill fill(AccountRecords.Trade trade) {
        return new Fill(
                new ExecutionId(trade.id()),
                new BrokerOrderId(trade.orderId()),
                new Symbol(trade.symbol()),
                trade.buy() ? Side.BUY : Side.SELL,
                new Quantity(trade.received()),
                new Price(trade.price()),
                new Quantity(trade.cumQty()),
                new Quantity(trade.leavesQty()),
                trade.at());
    }
}
