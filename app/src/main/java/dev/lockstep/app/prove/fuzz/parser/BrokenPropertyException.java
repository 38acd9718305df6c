package dev.lockstep.app.prove.fuzz.parser;

import java.io.Serial;

/** Says that a parser accepted an input and made something wrong of it. */
public final class BrokenPropertyException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    /** Creates it with what is wrong. */
    public BrokenPropertyException(String message) {
        super(message);
    }
}
