package dev.lockstep.domain.usecase.submit;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.pretrade.RiskGate;
import dev.lockstep.domain.usecase.pretrade.VenueCheck;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import java.util.Optional;

/**
 * Write-ahead order submission, if the venue's rules, the limits and the trading state allow the
 * order: persists the intent, sends it once, records the outcome. If the answer is lost, the order
 * can be found by its client order id.
 *
 * <p>A {@link dev.lockstep.domain.port.store.RepositoryException} of a call means that it stored
 * and sent nothing; only with reason {@code COMMIT_UNKNOWN} the intent may be stored, and then
 * recovery sends it or ends it.
 *
 * <p>Thread-safe, also for several processes on one repository.
 */
public final class SubmitOrder {
    private final OrderRepository repository;
    private final OrderIds ids;
    private final PlatformClock clock;
    private final RiskGate gate;
    private final OrderSender delivery;
    private final VenueCheck venueCheck;

    /**
     * Builds the use case on its ports. An order is denied if the assets show that the venue would
     * refuse it. If they cannot be fetched, it is sent, and the venue decides.
     */
    public SubmitOrder(
            OrderRepository repository,
            Broker broker,
            OrderIds ids,
            PlatformClock clock,
            MarketWatch watch,
            Assets assets) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
        this.gate = new RiskGate(repository, watch, clock);
        this.delivery = new OrderSender(repository, broker, ids, clock, watch);
        this.venueCheck = new VenueCheck(repository, watch, assets, clock);
    }

    /** Submits an order without a key: a second call makes a second order. */
    public SubmitResult submit(NewOrder terms) {
        return submit(terms, Optional.empty());
    }

    /**
     * Submits an order once for its idempotency key: a second call returns the first one's order.
     * If that one was denied, or never reached the broker, the second call tries it again under the
     * same client order id, under the current rules.
     *
     * @throws InvalidValueException if the key is reserved
     */
    public SubmitResult submit(NewOrder terms, IdempotencyKey key) {
        return submit(terms, Optional.of(key.ofCaller()));
    }

    private SubmitResult submit(NewOrder terms, Optional<IdempotencyKey> key) {
        long claimedAt = clock.nanoTime();
        Order intent = intent(terms, key);
        List<Denial> denials = venueCheck.denials(terms);
        if (!denials.isEmpty()) {
            return deny(intent, denials);
        }
        return switch (gate.pass(intent, null, requested("submit", intent))) {
            case IntentOutcome.Stored stored -> delivery.send(stored.order(), claimedAt);
            case IntentOutcome.Denied denied ->
                    new SubmitResult.Denied(denied.order(), denied.denials());
            case IntentOutcome.AlreadyThere there ->
                    there.order().mayBeTriedAgain() && there.order().terms().equals(terms)
                            ? tryAgain(there.order(), claimedAt)
                            : alreadyThere(there.order(), terms);
        };
    }

    /** Submits a denied or never accepted order again, under the current rules. */
    private SubmitResult tryAgain(Order existing, long claimedAt) {
        Evidence evidence = requested("submitted again under the same key", existing);
        return switch (gate.passAgain(existing, evidence)) {
            case IntentOutcome.Stored(Order claimed) ->
                    existing.status() == OrderStatus.DENIED
                            ? delivery.send(claimed, claimedAt)
                            : delivery.sendAgain(new Claim(claimed, claimedAt))
                                    .orElseGet(() -> new SubmitResult.AlreadySubmitted(claimed));
            case IntentOutcome.Denied denied ->
                    new SubmitResult.Denied(denied.order(), denied.denials());
            case IntentOutcome.AlreadyThere there -> alreadyThere(there.order(), existing.terms());
        };
    }

    private Order intent(NewOrder terms, Optional<IdempotencyKey> key) {
        OrderId id = ids.nextOrderId();
        return Order.intent(
                id,
                ids.clientOrderId(id),
                key.orElseGet(() -> new IdempotencyKey(id.value())),
                terms,
                clock.instant());
    }

    private static Evidence requested(String action, Order order) {
        return Evidence.requested(action, order.idempotencyKey().author());
    }

    private SubmitResult deny(Order intent, List<Denial> denials) {
        String text = Denial.text(denials);
        return switch (repository.add(intent.denied(text), Evidence.local(text))) {
            case AddOutcome.Added added -> new SubmitResult.Denied(added.order(), denials);
            case AddOutcome.AlreadyThere there ->
                    there.order().mayBeTriedAgain() && there.order().terms().equals(intent.terms())
                            ? new SubmitResult.Denied(there.order(), denials)
                            : alreadyThere(there.order(), intent.terms());
        };
    }

    private static SubmitResult alreadyThere(Order existing, NewOrder terms) {
        return existing.terms().equals(terms)
                ? new SubmitResult.AlreadySubmitted(existing)
                : new SubmitResult.KeyReused(existing);
    }
}
