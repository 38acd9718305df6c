package dev.lockstep.benchmarks.usecase;

import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;

/** Only fetches the open orders of the broker. */
record OpenOrderFetch(String name, TradingAccount account, int open) implements Contestant {
    @Override
    public Score run() {
        long began = System.nanoTime();
        int found = account.openAtBroker().size();
        long took = System.nanoTime() - began;
        TradingAccount.requireCount("open orders", found, open);
        return Score.of(open, took, new long[] {took});
    }
}
