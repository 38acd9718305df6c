package dev.lockstep.simulation.exchange;

import dev.lockstep.simulation.schedule.VirtualTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** The cash of the account and its loss since the last close, as the exchange had them of late. */
public final class AccountWatch {
    private final MarketPlace market;
    private final RecentValues cash;
    private final RecentValues loss;

    public AccountWatch(MarketPlace market, VirtualTime time) {
        this.market = market;
        this.cash = new RecentValues(time);
        this.loss = new RecentValues(time);
    }

    /** The exchange has made a step. */
    public void step() {
        BigDecimal dollars = market.cash();
        BigDecimal equity = dollars;
        for (Map.Entry<String, BigDecimal> held : market.positions().entrySet()) {
            equity = equity.add(held.getValue().multiply(market.price(held.getKey())));
        }
        cash.set(dollars);
        loss.set(market.openingCash().subtract(equity));
    }

    /** Returns the highest cash of the given time. */
    public BigDecimal highestCash(Duration span) {
        return cash.highest(span);
    }

    /** Returns the smallest loss of the given time, negative for a gain. */
    public BigDecimal smallestLoss(Duration span) {
        return loss.lowest(span);
    }
}
