package dev.lockstep.domain.port.store;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.Verdict;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * A locally held order that is about to be sent, with its gate.
 *
 * @param seen the order as it was read; one that has changed since is unchanged
 * @param gate decides by the orders at that moment whether it may be sent, limits set or not; it is
 *     pure and quick, runs inside the write and may run more than once
 * @param at when it is sent
 * @param evidence the evidence of its event
 */
public record ConditionalRelease(
        Order seen, Predicate<Exposure> gate, Instant at, Evidence evidence) {
    /** Returns the order of the exposure: as if it were new at this moment, without itself. */
    public ConditionalInsert intent() {
        Order anew =
                Order.intent(
                        seen.id(), seen.clientOrderId(), seen.idempotencyKey(), seen.terms(), at);
        return new ConditionalInsert(anew, seen.id(), _ -> new Verdict.Approved(), evidence);
    }

    /** Returns the change that sends it, if the gate permits. */
    public OrderUpdate update(Exposure exposure) {
        return new OrderUpdate(
                seen.id(),
                stored ->
                        stored.version() == seen.version() && gate.test(exposure)
                                ? stored.apply(new ExecutionReport.Released(), at)
                                : stored,
                evidence);
    }
}
