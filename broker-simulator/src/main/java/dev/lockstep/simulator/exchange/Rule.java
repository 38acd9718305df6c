package dev.lockstep.simulator.exchange;

import org.jspecify.annotations.Nullable;

/** One check of a new order. */
interface Rule {
    /** Returns the refusal, or null if the order complies with the rule. */
    @Nullable Refusal check(Proposal proposal);
}
