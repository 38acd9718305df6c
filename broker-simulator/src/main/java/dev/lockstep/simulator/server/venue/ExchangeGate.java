package dev.lockstep.simulator.server.venue;

import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.ledger.LedgerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Serializes access to the exchange and writes each change to the ledger before its result is
 * visible. Thread-safe.
 */
public final class ExchangeGate {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private final VenueClock clock;
    private final @Nullable LedgerFile ledger;
    private final TradeUpdateFeed updates;
    private final Exchange exchange;
    private PriceFeed prices = _ -> {};
    private boolean broken;

    private record Pending(LedgerEntry entry, OrderSnapshot order) {}

    public ExchangeGate(
            ExchangeConfig config,
            VenueClock clock,
            @Nullable LedgerFile ledger,
            TradeUpdateFeed updates) {
        this.clock = clock;
        this.ledger = ledger;
        this.updates = updates;
        this.exchange = new Exchange(config, this::record);
    }

    /**
     * Restores the exchange from its ledger.
     *
     * @return the number of bytes removed from an incomplete last line
     */
    public long restore() throws IOException {
        long torn = ledger == null ? 0 : ledger.replay(exchange::restore);
        clock.startNotBefore(exchange.resume());
        return torn;
    }

    /** Runs a task on the exchange. Its changes are in the ledger when this method returns. */
    public <T> T call(BiFunction<Exchange, Instant, T> work) {
        lock.lock();
        try {
            if (broken) {
                throw new IllegalStateException("ledger: not writable (expected: restart)");
            }
            Instant now = clock.instant();
            catchUp(now);
            try {
                return work.apply(exchange, now);
            } finally {
                settle();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sets the listener for price moves, before the first request. */
    public void publishPricesTo(PriceFeed feed) {
        prices = feed;
    }

    /** Returns the exchange's clock, for changes of time and speed. */
    public VenueClock clock() {
        return clock;
    }

    private void publishPrices() {
        for (LedgerEntry entry : entries) {
            if (entry instanceof LedgerEntry.PriceMoved move) {
                prices.publish(move);
            }
        }
    }

    private void catchUp(Instant now) {
        boolean more = true;
        while (more) {
            try {
                more = exchange.catchUp(now);
            } finally {
                settle();
            }
        }
    }

    private void record(LedgerEntry entry, @Nullable OrderSnapshot order) {
        entries.add(entry);
        if (order != null) {
            pending.add(new Pending(entry, order));
        }
    }

    private void settle() {
        if (entries.isEmpty()) {
            return;
        }
        try {
            if (ledger != null) {
                ledger.append(entries);
            }
            pending.forEach(event -> updates.publish(event.entry(), event.order()));
            publishPrices();
        } catch (IOException e) {
            // Memory is ahead of the file now; continuing would return results that a restart
            // loses.
            broken = true;
            throw new UncheckedIOException(e);
        } finally {
            entries.clear();
            pending.clear();
        }
    }
}
