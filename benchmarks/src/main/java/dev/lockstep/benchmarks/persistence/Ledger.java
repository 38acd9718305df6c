package dev.lockstep.benchmarks.persistence;

import dev.lockstep.domain.order.id.OrderId;

/** The initial orders of each round. Each contestant works on a copy of its own. */
interface Ledger {
    /** Returns the work of a round. */
    Load load();

    /** Returns the id of the n-th order. */
    OrderId id(int order);

    /** Makes a new copy, in place of the last one, and opens it with Lockstep's store. */
    OpenStore openCopy() throws Exception;

    /**
     * Verifies that every fill was stored once with its event in the last copy, and that no order
     * skipped a version.
     */
    void checkCopy() throws Exception;
}
