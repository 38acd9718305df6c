package dev.lockstep.domain.usecase.replace;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.pretrade.AssetCheck;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.pretrade.RiskGate;
import dev.lockstep.domain.usecase.pretrade.RiskPreview;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.submit.Claim;
import dev.lockstep.domain.usecase.submit.ReplaceResult;
import dev.lockstep.domain.usecase.submit.ReplaceSender;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Replaces an order, if the venue's rules, the limits and the trading state allow it. The new order
 * is durable before anything is sent; then the old one is claimed, so that one of several
 * replacements is sent; then the request is sent once. Only the broker's report makes the old order
 * REPLACED.
 *
 * <p>A crash after any of these steps leaves a new order that {@link ResolveUnknown} finds at the
 * broker or ends as never accepted: it is not resent, because the old order still works.
 *
 * <p>Thread-safe, also for several processes.
 */
public final class ReplaceOrder {
    private final OrderRepository repository;
    private final OrderIds ids;
    private final PlatformClock clock;
    private final RiskGate gate;
    private final RiskPreview riskPreview;
    private final ReplaceRules rules;
    private final ReplaceSender delivery;
    private final AssetCheck assetCheck;

    /** Builds the use case on its ports; see {@link SubmitOrder} for what the assets are for. */
    public ReplaceOrder(
            OrderRepository repository,
            Broker broker,
            OrderIds ids,
            PlatformClock clock,
            MarketWatch watch,
            Assets assets) {
        this.gate = new RiskGate(repository, watch, clock);
        this.riskPreview = new RiskPreview(repository.riskControl(), watch, clock);
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
        this.rules = new ReplaceRules(repository, broker);
        this.delivery = new ReplaceSender(repository, broker, ids, clock, watch);
        this.assetCheck = new AssetCheck(assets, watch);
    }

    /** Replaces an order without a key: a second call makes a second replacement. */
    public ReplaceResult replace(OrderId id, ReplaceRequest request) {
        return replace(id, request, Optional.empty());
    }

    /**
     * Replaces an order once for the key: a second call returns the first one's order.
     *
     * @throws InvalidValueException if the key is reserved
     */
    public ReplaceResult replace(OrderId id, ReplaceRequest request, IdempotencyKey key) {
        return replace(id, request, Optional.of(key.ofCaller()));
    }

    /**
     * Returns the rules and limits that a replacement would break now; nothing is stored or sent.
     */
    public List<Denial> check(Order old, ReplaceRequest request) {
        NewOrder terms = request.of(old.terms());
        List<Denial> denials = broken(old, terms);
        return denials.isEmpty()
                ? riskPreview.denials(intent(old, terms, Optional.empty()), old.id())
                : denials;
    }

    private ReplaceResult replace(
            OrderId id, ReplaceRequest request, Optional<IdempotencyKey> key) {
        Optional<Order> seen = repository.find(id);
        if (seen.isEmpty()) {
            return new ReplaceResult.NoSuchOrder(id);
        }
        Order old = seen.get();
        long claimedAt = clock.nanoTime();
        Order intent = intent(old, request.of(old.terms()), key);
        List<Denial> denials = broken(old, intent.terms());
        if (!denials.isEmpty()) {
            return deny(intent, denials);
        }
        Evidence evidence =
                Evidence.requested("replace order " + old.id(), intent.idempotencyKey().author());
        return switch (gate.pass(intent, old.id(), evidence)) {
            case IntentOutcome.Stored stored -> send(old, new Claim(stored.order(), claimedAt));
            case IntentOutcome.Denied denied ->
                    new ReplaceResult.Denied(denied.order(), denied.denials());
            case IntentOutcome.AlreadyThere there -> alreadyThere(intent, there.order());
        };
    }

    /**
     * Returns the rules that the replacement breaks; makes no request for one that is invalid by
     * itself.
     */
    private List<Denial> broken(Order old, NewOrder terms) {
        List<Denial> denials = rules.denials(old, terms);
        Quantity total = terms.orderQty();
        return denials.isEmpty() && total != null
                ? assetCheck.denials(
                        terms.with(new OrderAmount.ByQuantity(total.less(old.cumQty()))))
                : denials;
    }

    private Order intent(Order old, NewOrder terms, Optional<IdempotencyKey> key) {
        OrderId id = ids.nextOrderId();
        return Order.replacement(
                id,
                ids.clientOrderId(id),
                key.orElseGet(() -> new IdempotencyKey(id.value())),
                old,
                terms,
                clock.instant());
    }

    private ReplaceResult deny(Order intent, List<Denial> denials) {
        String text = Denial.text(denials);
        return switch (repository.add(intent.denied(text), Evidence.local(text))) {
            case AddOutcome.Added added -> new ReplaceResult.Denied(added.order(), denials);
            case AddOutcome.AlreadyThere there -> alreadyThere(intent, there.order());
        };
    }

    private static ReplaceResult alreadyThere(Order intent, Order existing) {
        boolean same =
                intent.terms().equals(existing.terms())
                        && intent.replaces() != null
                        && intent.replaces().equals(existing.replaces());
        return same
                ? new ReplaceResult.AlreadySent(existing)
                : new ReplaceResult.KeyReused(existing);
    }

    private ReplaceResult send(Order old, Claim claim) {
        Order intent = claim.order();
        return switch (claim(old, intent)) {
            case UpdateOutcome.Updated updated -> delivery.send(updated.after(), claim);
            case UpdateOutcome.Unchanged other -> withdraw(intent, other.order());
            case UpdateOutcome.NotFound _, UpdateOutcome.Refused _, UpdateOutcome.RolledBack _ ->
                    withdraw(intent, old);
        };
    }

    /**
     * Marks the old order as about to be replaced; only one of several claims succeeds. A report
     * that only acknowledges the order does not stand in the way.
     */
    private UpdateOutcome claim(Order old, Order intent) {
        Instant now = clock.instant();
        return repository.update(
                new OrderUpdate(
                        old.id(),
                        stored ->
                                asItWasSeen(stored, old)
                                        ? stored.apply(new ExecutionReport.ReplaceRequested(), now)
                                        : stored,
                        Evidence.local("order " + intent.id() + " is to take its place")));
    }

    /** Returns whether the rules that were checked on an order hold for it now. */
    private static boolean asItWasSeen(Order stored, Order old) {
        return stored.version() == old.version()
                || (stored.status().open()
                        && !stored.status().inFlight()
                        && !stored.state().cancelWanted()
                        && stored.terms().equals(old.terms())
                        && stored.cumQty().equals(old.cumQty())
                        && Objects.equals(stored.brokerOrderId(), old.brokerOrderId()));
    }

    private ReplaceResult withdraw(Order intent, Order old) {
        Denial denial = ReplaceRules.notReplaceable(old, "as it was when it was looked at");
        UpdateOutcome outcome =
                repository.update(
                        OrderUpdate.applying(
                                intent.id(),
                                new ExecutionReport.Withdrawn(denial.toString()),
                                clock.instant(),
                                Evidence.local("the order to be replaced has changed meanwhile")));
        Order withdrawn =
                outcome instanceof UpdateOutcome.Updated updated ? updated.after() : intent;
        return new ReplaceResult.Denied(withdrawn, List.of(denial));
    }
}
