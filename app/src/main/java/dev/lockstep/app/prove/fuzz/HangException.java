package dev.lockstep.app.prove.fuzz;

import java.io.Serial;
import java.time.Duration;

/** Stands for an input that takes too long; its stack is that of the parser at that time. */
final class HangException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    HangException(Duration bound, StackTraceElement[] stack) {
        super("not done after " + bound.toSeconds() + " s");
        setStackTrace(stack);
    }
}
