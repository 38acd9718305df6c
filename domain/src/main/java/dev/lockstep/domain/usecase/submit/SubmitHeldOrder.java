package dev.lockstep.domain.usecase.submit;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.pretrade.FlatPosition;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.pretrade.RiskGate;
import dev.lockstep.domain.usecase.pretrade.StateCheck;
import dev.lockstep.domain.usecase.pretrade.VenueCheck;
import java.util.List;

/**
 * Sends a locally held order that opens a position, under the rules of a new order at that moment.
 * A denied order ends as DENIED, except by an old sync, which the next one ends.
 */
public final class SubmitHeldOrder {
    private final PlatformClock clock;
    private final VenueCheck venueCheck;
    private final RiskGate gate;
    private final OrderSender delivery;
    private final HeldOrders heldOrders;

    public SubmitHeldOrder(
            OrderRepository repository,
            Broker broker,
            OrderIds ids,
            PlatformClock clock,
            MarketWatch watch,
            Assets assets) {
        this.clock = clock;
        this.venueCheck = new VenueCheck(repository, watch, assets, clock);
        this.gate = new RiskGate(repository, watch, clock);
        this.delivery = new OrderSender(repository, broker, ids, clock, watch);
        this.heldOrders = new HeldOrders(repository, broker, ids, clock);
    }

    /**
     * Sends it.
     *
     * @param seen the order as it was read
     * @param flat the closed position in whose place it opens one
     * @return {@link SubmitResult.AlreadySubmitted} where that is open again, or the order has
     *     changed since it was read
     */
    public SubmitResult send(Order seen, FlatPosition flat, String why) {
        long since = clock.nanoTime();
        List<Denial> denials = venueCheck.denials(seen.terms());
        if (!denials.isEmpty()) {
            return denied(seen, denials);
        }
        return switch (gate.passHeld(seen, flat, Evidence.local(why))) {
            case IntentOutcome.Stored(Order released) -> delivery.send(released, since);
            case IntentOutcome.Denied(Order _, List<Denial> found) -> denied(seen, found);
            case IntentOutcome.AlreadyThere(Order stored) ->
                    new SubmitResult.AlreadySubmitted(stored);
        };
    }

    private SubmitResult denied(Order seen, List<Denial> denials) {
        if (StateCheck.temporary(denials)) {
            return new SubmitResult.Denied(seen, denials);
        }
        return heldOrders
                .deny(seen, Denial.text(denials))
                .<SubmitResult>map(ended -> new SubmitResult.Denied(ended, denials))
                .orElseGet(() -> new SubmitResult.AlreadySubmitted(seen));
    }
}
