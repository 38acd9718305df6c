package dev.lockstep.domain.usecase.pretrade;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.MarketView;
import dev.lockstep.domain.risk.OpenBuys;
import dev.lockstep.domain.risk.PreTradeRisk;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.limit.RiskRules;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of the limits and the trading state on an order that is not stored. Another order may
 * use the room first, so it is a forecast of {@link RiskGate}.
 */
public final class RiskPreview {
    private static final int MAX_QUESTIONS = 3;
    private static final Verdict NOT_ASKED = new Verdict.Approved();

    private final RiskControl riskControl;
    private final MarketWatch watch;
    private final InstantSource clock;

    public RiskPreview(RiskControl riskControl, MarketWatch watch, InstantSource clock) {
        this.riskControl = riskControl;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * Returns why the order would be denied; empty if it would be sent.
     *
     * @param intent an order of version 1
     * @param replaced the order that it replaces, null if none
     */
    public List<Denial> denials(Order intent, @Nullable OrderId replaced) {
        ConditionalInsert request =
                new ConditionalInsert(intent, replaced, _ -> NOT_ASKED, Evidence.local("check"));
        return denials(intent.terms(), () -> riskControl.exposure(request));
    }

    /** Returns why the order would be denied if nothing were held and no order were open. */
    List<Denial> denialsIfFlat(NewOrder terms) {
        return denials(
                terms,
                () -> {
                    RiskRules rules = riskControl.rules().applyingTo(terms.strategy());
                    return Exposure.under(rules).withOpenBuys(new OpenBuys(0, List.of()));
                });
    }

    private List<Denial> denials(NewOrder terms, Supplier<Exposure> exposure) {
        MarketView view = watch.known(terms.symbol());
        Verdict verdict = verdict(terms, exposure.get(), view);
        for (int asked = 0;
                asked < MAX_QUESTIONS && verdict instanceof Verdict.Undecided undecided;
                asked++) {
            view = watch.asked(view, terms.symbol(), undecided);
            verdict = verdict(terms, exposure.get(), view);
        }
        return switch (verdict) {
            case Verdict.Approved _ -> List.of();
            case Verdict.Denied(List<Denial> denials) -> denials;
            case Verdict.Undecided undecided -> undecided.denied().denials();
        };
    }

    private Verdict verdict(NewOrder terms, Exposure exposure, MarketView view) {
        return PreTradeRisk.verdict(terms, exposure, view, clock.instant());
    }
}
