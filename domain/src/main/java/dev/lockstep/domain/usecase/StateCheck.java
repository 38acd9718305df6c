package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.GatedIntent;
import dev.lockstep.domain.port.RiskControl;
import dev.lockstep.domain.risk.Denial;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.MarketView;
import dev.lockstep.domain.risk.PreTradeRisk;
import dev.lockstep.domain.risk.RiskLimits;
import dev.lockstep.domain.risk.RiskRules;
import dev.lockstep.domain.risk.Verdict;
import java.time.InstantSource;
import java.util.List;

/**
 * Whether the state of trading lets an order out that has passed the gate before. The limits have
 * counted it then and count it still, so they are not asked again.
 */
final class StateCheck {
    private static final int MAX_QUESTIONS = 3;
    private static final Verdict NOT_ASKED = new Verdict.Approved();

    private final RiskControl riskControl;
    private final MarketWatch watch;
    private final InstantSource clock;

    StateCheck(RiskControl riskControl, MarketWatch watch, InstantSource clock) {
        this.riskControl = riskControl;
        this.watch = watch;
        this.clock = clock;
    }

    /** Why it may not go out; empty where it may. */
    List<Denial> denials(Order order) {
        MarketView view = watch.known(order.terms().symbol());
        Verdict verdict = verdict(order, view);
        for (int asked = 0;
                asked < MAX_QUESTIONS && verdict instanceof Verdict.Undecided undecided;
                asked++) {
            view = watch.asked(view, order.terms().symbol(), undecided);
            verdict = verdict(order, view);
        }
        return switch (verdict) {
            case Verdict.Approved _ -> List.of();
            case Verdict.Denied(List<Denial> denials) -> denials;
            case Verdict.Undecided undecided -> undecided.denied().denials();
        };
    }

    private Verdict verdict(Order order, MarketView view) {
        Exposure book = riskControl.exposure(wish(order));
        Exposure stateOnly =
                new Exposure(
                        new RiskRules(RiskLimits.NONE, book.rules().restrictions()),
                        book.netQty(),
                        book.holdingVersion(),
                        book.open(),
                        0,
                        0,
                        null,
                        null);
        return PreTradeRisk.verdict(order.terms(), stateOnly, view, clock.instant());
    }

    /** The book is shown without the order itself. */
    private static GatedIntent wish(Order order) {
        Order intent =
                Order.intent(
                        order.id(),
                        order.clientOrderId(),
                        order.idempotencyKey(),
                        order.terms(),
                        order.createdAt());
        return new GatedIntent(intent, order.id(), _ -> NOT_ASKED, Evidence.local("send again"));
    }
}
