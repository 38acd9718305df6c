package dev.lockstep.domain.port.store;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.Verdict;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * An order that waits here and is about to be sent, with the gate that it has to pass.
 *
 * @param seen the order as it was seen; one that has changed since stays as it is
 * @param gate says whether it may be sent, of the orders as they are at that moment, limits set or
 *     not; it is pure and quick, runs inside the write and may run more than once
 * @param at when it is sent
 * @param evidence what its event says
 */
public record ConditionalRelease(
        Order seen, Predicate<Exposure> gate, Instant at, Evidence evidence) {
    /** What the exposure is read for: the order as if it were new, without itself. */
    public ConditionalInsert intent() {
        Order anew =
                Order.intent(
                        seen.id(),
                        seen.clientOrderId(),
                        seen.idempotencyKey(),
                        seen.terms(),
                        seen.createdAt());
        return new ConditionalInsert(anew, seen.id(), _ -> new Verdict.Approved(), evidence);
    }

    /** The change that sends it, where the gate lets it out of these orders. */
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
