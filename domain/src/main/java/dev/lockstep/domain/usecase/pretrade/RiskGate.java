package dev.lockstep.domain.usecase.pretrade;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.ConditionalRelease;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.MarketView;
import dev.lockstep.domain.risk.PreTradeRisk;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.denial.Denial;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stores an order to be sent, if the limits and the trading state allow it. Every new attempt to
 * send passes here, also a replacement.
 *
 * <p>The decision is made under the write lock, where no request is possible. So the gate first
 * decides by cached data; only if that is not enough, the missing data is fetched, and the gate
 * decides again. Without limits no request is made, and an order that only reduces a position never
 * waits for one.
 */
public final class RiskGate {
    /**
     * A price that has grown old while the lock was waited for is asked for again; not for ever.
     */
    private static final int MAX_QUESTIONS = 3;

    private final OrderRepository repository;
    private final MarketWatch watch;
    private final InstantSource clock;

    /** Builds the gate. */
    public RiskGate(OrderRepository repository, MarketWatch watch, InstantSource clock) {
        this.repository = repository;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * Stores the intent as it is, or as DENIED.
     *
     * @param intent an order of version 1
     * @param replaced the order that it replaces, null if none
     * @param evidence the evidence of its first event if it may be sent
     */
    public IntentOutcome.Decided pass(Order intent, @Nullable OrderId replaced, Evidence evidence) {
        return passed(intent, replaced, evidence, repository::intend);
    }

    /**
     * Returns the same for an order that was refused, or never accepted, and is submitted again.
     */
    public IntentOutcome.Decided passAgain(Order seen, Evidence evidence) {
        Instant now = clock.instant();
        Order intent =
                Order.intent(
                        seen.id(), seen.clientOrderId(), seen.idempotencyKey(), seen.terms(), now);
        return passed(
                intent, null, evidence, request -> repository.intendAgain(seen, request, now));
    }

    /**
     * Marks a locally held order as about to be sent, if the limits and the trading state allow it
     * now, as for a new order. A denied order stays as it is.
     *
     * @param seen the order as it was read
     * @param flat the closed position; where it is open again the order stays as it is
     * @param evidence the evidence of its event if it may be sent
     */
    public IntentOutcome.Decided passHeld(Order seen, FlatPosition flat, Evidence evidence) {
        Instant now = clock.instant();
        Order intent =
                Order.intent(
                        seen.id(), seen.clientOrderId(), seen.idempotencyKey(), seen.terms(), now);
        return passed(intent, null, evidence, request -> released(seen, flat, request));
    }

    /** The gate's last verdict, from inside the write, says why the order was not released. */
    private IntentOutcome released(Order seen, FlatPosition flat, ConditionalInsert request) {
        AtomicReference<Verdict> last = new AtomicReference<>(new Verdict.Approved());
        UpdateOutcome outcome =
                repository.release(
                        new ConditionalRelease(
                                seen,
                                exposure -> {
                                    boolean there = flat.holds(exposure);
                                    Verdict verdict =
                                            there
                                                    ? request.gate().apply(flat.judged(exposure))
                                                    : new Verdict.Approved();
                                    last.set(verdict);
                                    return there && verdict instanceof Verdict.Approved;
                                },
                                clock.instant(),
                                request.evidence()));
        if (outcome instanceof UpdateOutcome.Updated(Order _, Order after)) {
            return new IntentOutcome.Stored(after);
        }
        return switch (last.get()) {
            case Verdict.Approved _ -> new IntentOutcome.AlreadyThere(outcome.orderOr(seen));
            case Verdict.Denied(List<Denial> denials) -> new IntentOutcome.Denied(seen, denials);
            case Verdict.Undecided undecided -> new IntentOutcome.Undecided(undecided);
        };
    }

    private IntentOutcome.Decided passed(
            Order intent,
            @Nullable OrderId replaced,
            Evidence evidence,
            Function<ConditionalInsert, IntentOutcome> storing) {
        MarketView view = watch.known(intent.terms().symbol());
        for (int asked = 0; asked < MAX_QUESTIONS; asked++) {
            MarketView known = view;
            Function<Exposure, Verdict> gate = exposure -> verdict(intent.terms(), exposure, known);
            switch (storing.apply(new ConditionalInsert(intent, replaced, gate, evidence))) {
                case IntentOutcome.Decided decided -> {
                    return decided;
                }
                case IntentOutcome.Undecided undecided ->
                        view = watch.asked(view, intent.terms().symbol(), undecided.verdict());
            }
        }
        MarketView last = view;
        return finallyPassed(
                new ConditionalInsert(
                        intent,
                        replaced,
                        exposure -> settled(verdict(intent.terms(), exposure, last)),
                        evidence),
                storing);
    }

    private static IntentOutcome.Decided finallyPassed(
            ConditionalInsert request, Function<ConditionalInsert, IntentOutcome> storing) {
        return switch (storing.apply(request)) {
            case IntentOutcome.Decided decided -> decided;
            case IntentOutcome.Undecided undecided ->
                    throw new IllegalStateException("a settled gate is " + undecided.verdict());
        };
    }

    private Verdict verdict(NewOrder terms, Exposure exposure, MarketView view) {
        return PreTradeRisk.verdict(terms, exposure, view, clock.instant());
    }

    private static Verdict settled(Verdict verdict) {
        return verdict instanceof Verdict.Undecided undecided ? undecided.denied() : verdict;
    }
}
