package dev.lockstep.domain.usecase.pretrade;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.MarketView;
import dev.lockstep.domain.risk.PreTradeRisk;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.limit.Restriction;
import java.time.InstantSource;
import java.util.List;

/**
 * Checks the trading state for an order that has passed the gate before. The limits include the
 * order already, so they are not checked again.
 */
public final class StateCheck {
    private static final int MAX_QUESTIONS = 3;
    private static final Verdict NOT_ASKED = new Verdict.Approved();

    private final RiskControl riskControl;
    private final MarketWatch watch;
    private final InstantSource clock;

    public StateCheck(RiskControl riskControl, MarketWatch watch, InstantSource clock) {
        this.riskControl = riskControl;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * The result for an order.
     *
     * @param denials the restrictions that forbid it, empty if it may be sent
     * @param view the data used, for {@link #verdict} a moment later
     */
    public record Answer(List<Denial> denials, MarketView view) {}

    /** Returns why it may not be sent; empty if it may. */
    public List<Denial> denials(Order order) {
        return ask(order).denials();
    }

    /**
     * Returns whether only an old sync denies an order. The next sync ends that, as after a process
     * was stopped for a while; until then the order waits and may grow too old.
     */
    public static boolean temporary(List<Denial> denials) {
        return !denials.isEmpty()
                && denials.stream().allMatch(denial -> denial.field().equals(Restriction.SYNC));
    }

    /** Fetches the data for the verdict; makes no request without a restriction. */
    public Answer ask(Order order) {
        if (unrestricted(order)) {
            return new Answer(List.of(), MarketView.NOTHING);
        }
        MarketView view = watch.known(order.terms().symbol());
        Verdict verdict = verdict(order, view);
        for (int asked = 0;
                asked < MAX_QUESTIONS && verdict instanceof Verdict.Undecided undecided;
                asked++) {
            view = watch.asked(view, order.terms().symbol(), undecided);
            verdict = verdict(order, view);
        }
        return new Answer(denials(verdict), view);
    }

    /**
     * Returns an order that closes a position, or protects it again, was sized by the position that
     * the broker reported right before, which may have been opened elsewhere.
     */
    private boolean unrestricted(Order order) {
        return Kind.CLOSING.of(order)
                || Kind.PROTECTION.of(order)
                || exit(order)
                || !riskControl.rules().restricts(order.terms().strategy());
    }

    /**
     * Returns an exit that waited here is for what its entry has filled; no limit holds it back.
     */
    private static boolean exit(Order order) {
        return order.parent() != null && order.replaces() == null;
    }

    private static List<Denial> denials(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Approved _ -> List.of();
            case Verdict.Denied(List<Denial> denials) -> denials;
            case Verdict.Undecided undecided -> undecided.denied().denials();
        };
    }

    /** Returns the verdict by the restrictions as they are now, from what was asked before. */
    public Verdict verdict(Order order, MarketView view) {
        if (unrestricted(order)) {
            return new Verdict.Approved();
        }
        Exposure book = riskControl.exposure(request(order));
        return PreTradeRisk.verdict(order.terms(), book.withoutLimits(), view, clock.instant());
    }

    /** The book is shown without the order itself, and without the one that it replaces. */
    private static ConditionalInsert request(Order order) {
        Order intent =
                Order.intent(
                        order.id(),
                        order.clientOrderId(),
                        order.idempotencyKey(),
                        order.terms(),
                        order.createdAt());
        OrderId replaced = order.replaces() == null ? order.id() : order.replaces();
        return new ConditionalInsert(intent, replaced, _ -> NOT_ASKED, Evidence.local("send"));
    }
}
