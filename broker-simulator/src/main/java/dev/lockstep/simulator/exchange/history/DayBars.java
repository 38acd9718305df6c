package dev.lockstep.simulator.exchange.history;

import java.time.Instant;
import java.util.List;

/** The complete bars of one day, in the order of time, at the finest resolution there is. */
interface DayBars {
    /** Returns the number of bars. */
    int size();

    /** Returns the start of a bar. */
    Instant start(int index);

    /** Returns the aggregate of the bars from one index to before another, at least one. */
    MarketBar merge(int from, int to);

    /** Returns the trades of a bar. */
    List<MarketTrade> trades(int index);

    /** Returns the index of the first bar of the regular session. */
    int sessionFrom();

    /** Returns the index after the last bar of the regular session. */
    int sessionTo();
}
