package dev.lockstep.app.prove.fuzz.parser;

import dev.lockstep.app.prove.fuzz.generate.FuzzInput;
import java.util.SplittableRandom;

/** A parser that is given inputs with mistakes. An instance is used by one thread. */
public interface FuzzTarget extends AutoCloseable {
    /** Generates an input; it depends on the random numbers alone. */
    FuzzInput input(SplittableRandom random);

    /**
     * Gives an input to the parser, and checks what it accepts.
     *
     * @return whether the parser accepted the input, false if it refused it in its answer
     * @throws BrokenPropertyException if what it accepted is wrong
     * @throws Exception a refusal if the target permits it, a bug otherwise
     */
    boolean accepts(FuzzInput input) throws Exception;

    @Override
    default void close() {}
}
