package dev.lockstep.simulator.wire;

import dev.lockstep.simulator.exchange.Refusal;
import java.io.Serial;

/** Carries the refusal of a request that could not even be read. */
public final class RefusedRequest extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedRequest(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    /** What the client is told. */
    public Refusal refusal() {
        return refusal;
    }
}
