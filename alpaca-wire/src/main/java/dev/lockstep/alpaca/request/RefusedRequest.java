package dev.lockstep.alpaca.request;

import java.io.Serial;

/** Thrown for an invalid request; carries the error. */
public final class RefusedRequest extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedRequest(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    /** Returns the error. */
    public Refusal refusal() {
        return refusal;
    }
}
