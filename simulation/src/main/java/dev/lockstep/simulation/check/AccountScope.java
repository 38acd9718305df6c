package dev.lockstep.simulation.check;

import dev.lockstep.domain.risk.limit.RiskLimits;
import dev.lockstep.simulation.actor.Promises;
import dev.lockstep.simulation.exchange.AccountWatch;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulation.exchange.ObservedExecution;
import java.math.BigDecimal;
import java.time.Duration;

/** All orders and the positions of the account. */
record AccountScope(MarketPlace market, Promises promises, StrategyBook book, AccountWatch watch)
        implements LimitScope {
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
    public RiskLimits limits() {
        return book.limits();
    }

    @Override
    public boolean traded(ObservedExecution execution) {
        return true;
    }

    @Override
    public BigDecimal held(String symbol) {
        return market.positions().getOrDefault(symbol, BigDecimal.ZERO);
    }

    @Override
    public boolean judged(String symbol) {
        return true;
    }

    @Override
    public BigDecimal smallestLoss(Duration span) {
        return watch.smallestLoss(span);
    }
}
