package dev.lockstep.domain.usecase;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.IdempotencyKey;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderId;
import dev.lockstep.domain.port.AddOutcome;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.risk.Denial;
import dev.lockstep.domain.risk.VenueRules;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.InstantSource;
import java.util.List;

/**
 * Stores an exit that waits here for the order it hangs on; {@link ReleaseWaiting} sends it once
 * that one has filled. It trades against that order, and no more: so it can only reduce what that
 * order opens, and no limit holds it back.
 *
 * <p>Safe for use by several threads and processes.
 */
public final class SubmitExit {
    private final OrderRepository repository;
    private final OrderIds ids;
    private final InstantSource clock;

    /** Builds the use case on its ports. */
    public SubmitExit(OrderRepository repository, OrderIds ids, InstantSource clock) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores an exit that is a wish of its own: a second call is a second exit. */
    public SubmitResult submit(OrderId parentId, NewOrder terms) {
        return store(parentId, terms, new IdempotencyKey(ids.nextOrderId().value()));
    }

    /**
     * Stores an exit once for its key.
     *
     * @param parentId the order it hangs on
     * @throws InvalidValueException if the terms are no exit of that order, there is none, or the
     *     key is none for a caller
     */
    public SubmitResult submit(OrderId parentId, NewOrder terms, IdempotencyKey key) {
        return store(parentId, terms, key.ofCaller());
    }

    /** The same under any key. */
    SubmitResult store(OrderId parentId, NewOrder terms, IdempotencyKey key) {
        Order parent =
                repository
                        .find(parentId)
                        .orElseThrow(() ->
                                new InvalidValueException(
                                        "parent", parentId, "an order that is there"));
        requireExit(parent.terms(), terms);
        OrderId id = ids.nextOrderId();
        Order waiting =
                Order.waiting(id, ids.clientOrderId(id), key, parentId, terms, clock.instant());
        List<Denial> denials = VenueRules.denials(terms);
        return denials.isEmpty() ? add(waiting) : deny(waiting, denials);
    }

    private SubmitResult add(Order waiting) {
        return switch (repository.add(waiting, Evidence.local("waits for " + waiting.parent()))) {
            case AddOutcome.Added added -> new SubmitResult.Submitted(added.order());
            case AddOutcome.AlreadyThere there -> alreadyThere(there.order(), waiting.terms());
        };
    }

    private SubmitResult deny(Order waiting, List<Denial> denials) {
        String text = Denial.text(denials);
        return switch (repository.add(waiting.denied(text), Evidence.local(text))) {
            case AddOutcome.Added added -> new SubmitResult.Denied(added.order(), denials);
            case AddOutcome.AlreadyThere there -> alreadyThere(there.order(), waiting.terms());
        };
    }

    private static SubmitResult alreadyThere(Order existing, NewOrder terms) {
        return existing.terms().equals(terms)
                ? new SubmitResult.AlreadySubmitted(existing)
                : new SubmitResult.KeyReused(existing);
    }

    private static void requireExit(NewOrder parent, NewOrder exit) {
        if (!exit.symbol().equals(parent.symbol())) {
            throw new InvalidValueException("symbol", exit.symbol(), parent.symbol().value());
        }
        if (exit.side() == parent.side()) {
            throw new InvalidValueException("side", exit.side(), "the other one than the entry's");
        }
        Quantity entry = parent.orderQty();
        Quantity quantity = exit.orderQty();
        if (entry == null || quantity == null || quantity.compareTo(entry) > 0) {
            throw new InvalidValueException(
                    "orderQty", exit.amount(), "a quantity of at most the entry's, " + entry);
        }
    }
}
