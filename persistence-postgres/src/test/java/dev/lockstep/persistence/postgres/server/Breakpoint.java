package dev.lockstep.persistence.postgres.server;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The message at which a connection breaks: the n-th in one direction of the connection that passes
 * one first. Thread-safe.
 */
public final class Breakpoint {
    /** The messages after which a side waits for the other: Sync, and ReadyForQuery. */
    private static final String TURNS = "SZ";

    private final Side side;
    private final Step step;
    private final int message;
    private final boolean turnsOnly;
    private final AtomicReference<@Nullable Object> connection = new AtomicReference<>();
    private final AtomicInteger passed = new AtomicInteger();

    private Breakpoint(Side side, Step step, int message, boolean turnsOnly) {
        this.side = side;
        this.step = step;
        this.message = message;
        this.turnsOnly = turnsOnly;
    }

    /** Breaks at the n-th message, from 1. */
    public static Breakpoint message(Side side, Step step, int message) {
        return new Breakpoint(side, step, message, false);
    }

    /** Breaks at the n-th message that ends a turn, from 1. */
    public static Breakpoint turn(Side side, Step step, int turn) {
        return new Breakpoint(side, step, turn, true);
    }

    /** Returns whether the message came. */
    public boolean reached() {
        return passed.get() >= message;
    }

    /** Returns what happens to a message. */
    Step at(Side of, Object on, String letter) {
        if (of != side || (turnsOnly && !TURNS.contains(letter))) {
            return Step.PASS;
        }
        connection.compareAndSet(null, on);
        return on.equals(connection.get()) && passed.incrementAndGet() == message
                ? step
                : Step.PASS;
    }

    /** A direction. */
    public enum Side {
        TO_SERVER,
        TO_CLIENT
    }

    /** What happens to a message. */
    public enum Step {
        /** It is passed on. */
        PASS,
        /** The connection ends before it. */
        CUT_BEFORE,
        /** The connection ends as soon as it is sent. */
        CUT_AFTER,
        /** From it on nothing passes in any direction, and no side learns of that. */
        SWALLOW
    }
}
