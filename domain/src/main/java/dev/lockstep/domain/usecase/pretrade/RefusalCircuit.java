package dev.lockstep.domain.usecase.pretrade;

import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.risk.limit.RiskChange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;

/**
 * Delays a caller whose orders the broker refuses repeatedly: after five refusals in a row of one
 * symbol, side and reason the next order is denied for 5 s, and for twice as long after each
 * further refusal, up to a minute. An order that the broker accepts ends it, and so does a change
 * of the risk rules by the operator, such as halt and resume.
 *
 * <p>It is derived from the stored orders, so all processes share it and a restart keeps it.
 */
public final class RefusalCircuit {
    private final OrderRepository repository;
    private final InstantSource clock;

    public RefusalCircuit(OrderRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Returns why the order has to wait; empty where it may be sent. */
    public List<Denial> denials(NewOrder terms) {
        if (!refusedLately(terms)) {
            return List.of();
        }
        Refusals refusals = Refusals.of(repository, terms.symbol(), terms.side());
        Duration wait = refusals.waitAt(clock.instant());
        if (wait.isZero() || clearedByPerson(refusals)) {
            return List.of();
        }
        return List.of(
                new Denial(
                        DenialReason.REFUSED_REPEATEDLY,
                        "reason",
                        refusals.reason(),
                        "another order, or this one in "
                                + Math.max(1, wait.toSeconds())
                                + " s: the broker refused the last "
                                + refusals.count()));
    }

    /**
     * Most orders end here, with one read of the few refused orders: a search for the last order of
     * the instrument, in any state, would read the whole history if there is none.
     */
    private boolean refusedLately(NewOrder terms) {
        OrderQuery refused =
                OrderQuery.all()
                        .in(EnumSet.of(OrderStatus.REJECTED))
                        .of(terms.symbol())
                        .of(terms.side())
                        .newestFirst()
                        .limit(1);
        Instant earliest = clock.instant().minus(Refusals.LONGEST_WAIT);
        return repository.search(refused).stream()
                .anyMatch(order -> order.updatedAt().isAfter(earliest));
    }

    private boolean clearedByPerson(Refusals refusals) {
        List<RiskChange> last = repository.riskControl().changes(1);
        return !last.isEmpty() && last.getFirst().at().isAfter(refusals.last());
    }
}
