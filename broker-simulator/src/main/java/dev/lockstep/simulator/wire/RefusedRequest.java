package dev.lockstep.simulator.wire;

import dev.lockstep.simulator.exchange.Refusal;
import java.io.Serial;

/** Thrown for a request that cannot be parsed; carries the error response. */
public final class RefusedRequest extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedRequest(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    /** Returns the error response. */
    public Refusal refusal() {
        return refusal;
    }
}
