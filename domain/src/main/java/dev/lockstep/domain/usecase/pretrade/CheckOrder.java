package dev.lockstep.domain.usecase.pretrade;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.MarketView;
import dev.lockstep.domain.risk.PreTradeRisk;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import java.time.InstantSource;
import java.util.List;

/**
 * Returns why an order would be denied if it were submitted now: by the same rules in the same
 * order as {@link SubmitOrder}; nothing is stored or sent. Another order may use the room first, so
 * the verdict is a forecast. Thread-safe.
 */
public final class CheckOrder {
    private static final int MAX_QUESTIONS = 3;
    private static final Verdict NOT_ASKED = new Verdict.Approved();

    private final RiskControl riskControl;
    private final OrderIds ids;
    private final InstantSource clock;
    private final MarketWatch watch;
    private final AssetCheck assetCheck;

    /** Builds the use case on its ports. */
    public CheckOrder(
            RiskControl riskControl,
            OrderIds ids,
            InstantSource clock,
            MarketWatch watch,
            Assets assets) {
        this.riskControl = riskControl;
        this.ids = ids;
        this.clock = clock;
        this.watch = watch;
        this.assetCheck = new AssetCheck(assets, watch);
    }

    /** Returns every rule that the order would break; empty if it would be sent. */
    public List<Denial> denials(NewOrder terms) {
        List<Denial> denials = watch.venue().denials(terms, clock.instant());
        if (denials.isEmpty()) {
            denials = assetCheck.denials(terms);
        }
        return denials.isEmpty() ? byRisk(terms) : denials;
    }

    private List<Denial> byRisk(NewOrder terms) {
        ConditionalInsert request = request(terms);
        MarketView view = watch.known(terms.symbol());
        Verdict verdict = verdict(request, view);
        for (int asked = 0;
                asked < MAX_QUESTIONS && verdict instanceof Verdict.Undecided undecided;
                asked++) {
            view = watch.asked(view, terms.symbol(), undecided);
            verdict = verdict(request, view);
        }
        return switch (verdict) {
            case Verdict.Approved _ -> List.of();
            case Verdict.Denied(List<Denial> denials) -> denials;
            case Verdict.Undecided undecided -> undecided.denied().denials();
        };
    }

    private Verdict verdict(ConditionalInsert request, MarketView view) {
        Exposure exposure = riskControl.exposure(request);
        return PreTradeRisk.verdict(request.intent().terms(), exposure, view, clock.instant());
    }

    private ConditionalInsert request(NewOrder terms) {
        OrderId id = ids.nextOrderId();
        Order intent =
                Order.intent(
                        id,
                        ids.clientOrderId(id),
                        new IdempotencyKey(id.value()),
                        terms,
                        clock.instant());
        return new ConditionalInsert(intent, null, _ -> NOT_ASKED, Evidence.local("check"));
    }
}
