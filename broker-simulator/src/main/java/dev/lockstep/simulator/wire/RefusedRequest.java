package dev.lockstep.simulator.wire;

import dev.lockstep.simulator.exchange.model.VenueRefusal;
import java.io.Serial;

/** Thrown for a request that cannot be parsed; carries the error response. */
public final class RefusedRequest extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient VenueRefusal refusal;

    public RefusedRequest(VenueRefusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    /** Returns the error response. */
    public VenueRefusal refusal() {
        return refusal;
    }
}
