package dev.lockstep.simulation.check;

import dev.lockstep.simulation.actor.Promises;
import dev.lockstep.simulation.exchange.MarketPlace;
import java.math.BigDecimal;

/** All orders and the positions of the account. */
record AccountScope(MarketPlace market, Promises promises) implements LimitScope {
    @Override
    public String name() {
        return "the account";
    }

    @Override
    public boolean owns(String clientOrderId) {
        return true;
    }

    @Override
    public int openOrdersLimit() {
        return promises.openOrdersLimit();
    }

    @Override
    public BigDecimal held(String symbol) {
        return market.positions().getOrDefault(symbol, BigDecimal.ZERO);
    }

    @Override
    public boolean judged(String symbol) {
        return true;
    }
}
