package dev.lockstep.domain.usecase.pretrade;

import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.risk.denial.Denial;
import java.time.InstantSource;
import java.util.List;

/**
 * Checks an order that is about to be sent against what the venue is known to refuse: by its rules,
 * by its data on the instrument, and by its refusals of such orders a moment ago.
 */
public final class VenueCheck {
    private final MarketWatch watch;
    private final InstantSource clock;
    private final AssetCheck assetCheck;
    private final RefusalCircuit refusalCircuit;

    public VenueCheck(
            OrderRepository repository, MarketWatch watch, Assets assets, InstantSource clock) {
        this.watch = watch;
        this.clock = clock;
        this.assetCheck = new AssetCheck(assets, watch);
        this.refusalCircuit = new RefusalCircuit(repository, clock);
    }

    /**
     * Returns the rules that the order breaks; makes no request for one that is invalid by itself.
     */
    public List<Denial> denials(NewOrder terms) {
        List<Denial> denials = watch.venue().denials(terms, clock.instant());
        if (denials.isEmpty()) {
            denials = assetCheck.denials(terms);
        }
        return denials.isEmpty() ? refusalCircuit.denials(terms) : denials;
    }
}
