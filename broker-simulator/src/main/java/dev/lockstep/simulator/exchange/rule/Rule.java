package dev.lockstep.simulator.exchange.rule;

import dev.lockstep.simulator.exchange.model.VenueRefusal;
import org.jspecify.annotations.Nullable;

/** One check of a new order. */
public interface Rule {
    /** Returns the refusal, or null if the order complies with the rule. */
    @Nullable VenueRefusal check(OrderContext proposal);
}
