package dev.lockstep.app.prove.fuzz;

import dev.lockstep.app.prove.fuzz.generate.FuzzInput;
import dev.lockstep.app.prove.fuzz.parser.FuzzTarget;
import dev.lockstep.app.prove.fuzz.parser.FuzzTargets;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Consecutive inputs of one target, given to one instance of it.
 *
 * @param target the target
 * @param opener opens an instance
 * @param seed of all inputs
 * @param first the number of the first input
 * @param end the number after the last input
 */
record FuzzBatch(FuzzTargets target, Supplier<FuzzTarget> opener, long seed, long first, long end) {
    /** Gives the inputs to a new instance, one after the other, also after one that failed. */
    void run(FuzzWatch watch) {
        try (FuzzTarget instance = opener.get()) {
            for (long number = first; number < end; number++) {
                FuzzInput input = instance.input(random(number));
                watch.began(new FuzzCase(target, seed, number, input));
                watch.ended(outcome(instance, input));
            }
        }
    }

    /** Returns the input of a number; a fresh instance generates it. */
    FuzzInput input(long number) {
        try (FuzzTarget instance = opener.get()) {
            return instance.input(random(number));
        }
    }

    /** Each input has random numbers of its own, so that it needs no other one. */
    private SplittableRandom random(long number) {
        return new SplittableRandom(
                new SplittableRandom(seed ^ target.word().hashCode()).nextLong() + number);
    }

    /** Feeds one input. Catches errors too: an endless recursion is a finding, not the end. */
    private FuzzOutcome outcome(FuzzTarget instance, FuzzInput input) {
        try {
            boolean accepted = instance.accepts(input);
            Throwable logged = FailureLog.taken();
            if (logged != null) {
                return new FuzzOutcome.Failed(logged);
            }
            return accepted ? FuzzOutcome.ACCEPTED : FuzzOutcome.REFUSED;
        } catch (Exception | Error thrown) {
            Throwable logged = FailureLog.taken();
            if (logged != null) {
                return new FuzzOutcome.Failed(logged);
            }
            return target.permits(thrown) ? FuzzOutcome.REFUSED : new FuzzOutcome.Failed(thrown);
        }
    }
}
