package dev.lockstep.simulator.exchange;

import org.jspecify.annotations.Nullable;

/** One thing the venue checks before it takes an order. */
interface Rule {
    /** The refusal, or null when the rule has nothing against the order. */
    @Nullable Refusal check(Proposal proposal);
}
