package dev.lockstep.app.prove.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Keeps the failures that the current thread logs as errors, since some parsers answer an internal
 * error instead of throwing it; suppresses everything else that such a thread logs.
 */
final class FailureLog extends TurboFilter implements AutoCloseable {
    private static final ThreadLocal<Slot> SLOTS = new ThreadLocal<>();

    private static final class Slot {
        private @Nullable Throwable failure;
    }

    private FailureLog() {}

    /** Starts keeping failures of threads that {@link #enter}. */
    static FailureLog open() {
        FailureLog log = new FailureLog();
        log.start();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.addTurboFilter(log);
        }
        return log;
    }

    /** Keeps the failures of the current thread from now on. */
    static void enter() {
        SLOTS.set(new Slot());
    }

    /** Returns the first failure since the last call, null if there was none. */
    static @Nullable Throwable taken() {
        Slot slot = SLOTS.get();
        if (slot == null) {
            return null;
        }
        Throwable failure = slot.failure;
        slot.failure = null;
        return failure;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        Slot slot = SLOTS.get();
        if (slot == null) {
            return FilterReply.NEUTRAL;
        }
        if (level.isGreaterOrEqual(Level.ERROR) && format != null && slot.failure == null) {
            slot.failure = failure(format, parameters, thrown);
        }
        // An error must pass, for the filter is first asked without its text.
        return level.isGreaterOrEqual(Level.ERROR) && format == null
                ? FilterReply.NEUTRAL
                : FilterReply.DENY;
    }

    private static Throwable failure(
            String format, Object @Nullable [] parameters, @Nullable Throwable thrown) {
        if (thrown != null) {
            return thrown;
        }
        return parameters != null
                        && parameters.length > 0
                        && parameters[parameters.length - 1] instanceof Throwable last
                ? last
                : new IllegalStateException("logged as an error: " + format);
    }

    @Override
    public void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getTurboFilterList().remove(this);
        }
    }
}
