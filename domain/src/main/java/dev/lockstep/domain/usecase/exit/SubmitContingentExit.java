package dev.lockstep.domain.usecase.exit;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderPurpose.Remainder;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.venue.Venue;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.usecase.query.EntryChain;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Stores an exit that waits locally for its parent; {@link TriggerHeldOrders} sends it once the
 * parent has filled. It trades against its parent, and all exits of one parent together do not
 * exceed it: so they only reduce what it opens, and no limit holds them back here. Whether an exit
 * still reduces the position is checked again before it is sent.
 *
 * <p>Thread-safe, also for several processes.
 */
public final class SubmitContingentExit {
    private static final OrderPurpose REQUESTED = new OrderPurpose.Requested();

    private final OrderRepository repository;
    private final OrderIds ids;
    private final InstantSource clock;
    private final Venue venue;
    private final EntryChain entries;

    /** Builds the use case on its ports. */
    public SubmitContingentExit(
            OrderRepository repository, OrderIds ids, InstantSource clock, Venue venue) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
        this.venue = venue;
        this.entries = new EntryChain(repository);
    }

    /** Stores an exit without a key: a second call makes a second exit. */
    public SubmitResult submit(OrderId parentId, NewOrder terms) {
        return store(parentId, terms, new IdempotencyKey(ids.nextOrderId().value()), REQUESTED);
    }

    /**
     * Stores an exit once for its key.
     *
     * @param parentId the parent
     * @throws InvalidValueException if the terms are not an exit of that order, the order does not
     *     exist, or the key is reserved
     */
    public SubmitResult submit(OrderId parentId, NewOrder terms, IdempotencyKey key) {
        return store(parentId, terms, key.ofCaller(), REQUESTED);
    }

    /**
     * Stores a smaller exit that takes the place of a larger one, once; it is not sent before the
     * larger one has ended.
     *
     * @param larger an exit that waits or works
     * @param terms the terms of the smaller one
     */
    public SubmitResult storeRest(Order larger, NewOrder terms) {
        OrderId parent = Objects.requireNonNull(larger.parent(), "an exit needs a parent");
        Remainder purpose = new Remainder(larger.id());
        return store(parent, terms, purpose.key(), purpose);
    }

    private SubmitResult store(
            OrderId parentId, NewOrder terms, IdempotencyKey key, OrderPurpose purpose) {
        Order entry =
                entries.end(parentId)
                        .orElseThrow(() ->
                                new InvalidValueException("parent", parentId, "an existing order"));
        requireExit(entry.terms(), terms);
        OrderId id = ids.nextOrderId();
        Order waiting =
                Order.waiting(
                        id,
                        ids.clientOrderId(id),
                        key,
                        purpose,
                        parentId,
                        terms,
                        "",
                        clock.instant());
        OrderId replaced = purpose instanceof Remainder(OrderId larger) ? larger : null;
        Evidence evidence = Evidence.local("waits for " + parentId);
        Function<Exposure, Verdict> gate =
                replaced == null
                        ? book -> verdict(entry, terms, book)
                        : _ -> verdict(venue.denials(terms));
        ConditionalInsert intent = new ConditionalInsert(waiting, replaced, gate, evidence);
        return switch (repository.intend(intent)) {
            case IntentOutcome.Stored stored -> new SubmitResult.Submitted(stored.order());
            case IntentOutcome.Denied denied ->
                    new SubmitResult.Denied(denied.order(), denied.denials());
            case IntentOutcome.AlreadyThere there -> alreadyThere(there.order(), terms);
            case IntentOutcome.Undecided undecided ->
                    throw new IllegalStateException("nothing is asked, not " + undecided.verdict());
        };
    }

    private Verdict verdict(Order entry, NewOrder terms, Exposure book) {
        List<Denial> denials = new ArrayList<>(venue.denials(terms));
        Quantity left = opens(entry).less(book.hangingQty());
        Quantity requested = terms.orderQty();
        if (requested == null || requested.compareTo(left) > 0) {
            denials.add(
                    new Denial(
                            DenialReason.EXIT_QUANTITY,
                            "qty",
                            String.valueOf(requested),
                            "<= " + left + ", what the exits of order " + entry.id() + " leave"));
        }
        return verdict(denials);
    }

    private static Verdict verdict(List<Denial> denials) {
        return denials.isEmpty() ? new Verdict.Approved() : new Verdict.Denied(denials);
    }

    /** Returns the most that it can open; a bracket and its like bring their own exits. */
    private static Quantity opens(Order entry) {
        Quantity orderQty = entry.terms().orderQty();
        boolean alone = entry.terms().orderClass() instanceof OrderClass.Simple;
        return !alone || orderQty == null
                ? Quantity.ZERO
                : entry.status().closed() ? entry.cumQty() : orderQty;
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
                    "qty", exit.amount(), "a quantity of at most the entry's, " + entry);
        }
    }
}
