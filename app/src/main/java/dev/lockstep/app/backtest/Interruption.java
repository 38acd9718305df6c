package dev.lockstep.app.backtest;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The signal that ends a backtest before its time, if any. Thread-safe. */
public final class Interruption {
    private final AtomicReference<@Nullable String> signal = new AtomicReference<>();

    /** Ends the backtest; only the first call has an effect. */
    public void by(String name) {
        signal.compareAndSet(null, name);
    }

    boolean happened() {
        return signal.get() != null;
    }

    /** Returns the end of the backtest if a signal has come. */
    Optional<BacktestEnd> end() {
        return Optional.ofNullable(signal.get()).map(BacktestEnd.Interrupted::new);
    }
}
