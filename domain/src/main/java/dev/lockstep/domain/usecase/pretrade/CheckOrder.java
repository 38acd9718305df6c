package dev.lockstep.domain.usecase.pretrade;

import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.broker.AssetLookup;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Returns why an order would be denied if it were submitted now: by the same rules in the same
 * order as {@link SubmitOrder}; nothing is stored or sent. Another order may use the room first, so
 * the verdict is a forecast. Thread-safe.
 */
public final class CheckOrder {
    private final RiskPreview riskPreview;
    private final OrderIds ids;
    private final InstantSource clock;
    private final MarketWatch watch;
    private final AssetCheck assetCheck;
    private final Assets assets;

    /** Builds the use case on its ports. */
    public CheckOrder(
            RiskControl riskControl,
            OrderIds ids,
            InstantSource clock,
            MarketWatch watch,
            Assets assets) {
        this.riskPreview = new RiskPreview(riskControl, watch, clock);
        this.ids = ids;
        this.clock = clock;
        this.watch = watch;
        this.assets = assets;
        this.assetCheck = new AssetCheck(assets, watch);
    }

    /** Returns every rule that the order would break; empty if it would be sent. */
    public List<Denial> denials(NewOrder terms) {
        List<Denial> denials = watch.venue().denials(terms, clock.instant());
        if (denials.isEmpty()) {
            denials = assetCheck.denials(terms);
        }
        return denials.isEmpty() ? riskPreview.denials(intent(terms), null) : denials;
    }

    /**
     * Returns every rule that the order would break whatever else is traded, once nothing of its
     * instrument is held.
     */
    public List<Denial> denialsIfFlat(NewOrder terms) {
        List<Denial> denials = watch.venue().denials(terms, clock.instant());
        if (denials.isEmpty()) {
            denials = assetCheck.denialsIfFlat(terms);
        }
        return denials.isEmpty() ? riskPreview.denialsIfFlat(terms) : denials;
    }

    /** Returns why the instrument of an order could not be checked; empty if it could. */
    public Optional<BrokerFault> unchecked(NewOrder terms) {
        return assets.find(terms.symbol()) instanceof AssetLookup.Failed(BrokerFault fault)
                ? Optional.of(fault)
                : Optional.empty();
    }

    private Order intent(NewOrder terms) {
        OrderId id = ids.nextOrderId();
        return Order.intent(
                id, ids.clientOrderId(id), new IdempotencyKey(id.value()), terms, clock.instant());
    }
}
