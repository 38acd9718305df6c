package dev.lockstep.benchmarks.usecase;

import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;

/** Trades of the exchange alone: market orders as bare POSTs, each of which is one trade. */
record ExchangeTrades(BarePosts posts, TradingAccount account, int trades) implements Contestant {
    @Override
    public String name() {
        return posts.name();
    }

    @Override
    public Score run() throws InterruptedException {
        int before = account.sharesAtBroker();
        Score score = posts.run();
        TradingAccount.requireCount("trades", account.sharesAtBroker() - before, trades);
        return score;
    }
}
