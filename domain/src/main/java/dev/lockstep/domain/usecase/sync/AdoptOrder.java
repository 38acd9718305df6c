package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Adopts one external order on request. From then on it is synced, counted and canceled like any
 * other.
 */
public final class AdoptOrder {
    /** The longest chain of replacements that is followed. */
    private static final int MAX_CHAIN = 20;

    private final OrderRepository repository;
    private final Broker broker;
    private final OrderIds ids;
    private final InstantSource clock;

    /** Builds the use case on its ports. */
    public AdoptOrder(
            OrderRepository repository, Broker broker, OrderIds ids, InstantSource clock) {
        this.repository = repository;
        this.broker = broker;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adopts the order of this name at the broker. */
    public AdoptResult adopt(BrokerOrderId id) {
        return looked(id, this::stored);
    }

    /** Returns the result of a dry run; nothing is stored. */
    public AdoptResult check(BrokerOrderId id) {
        return looked(id, family -> new AdoptResult.Adoptable(family.there()));
    }

    private AdoptResult looked(BrokerOrderId id, Function<Family, AdoptResult> ending) {
        Optional<Order> known = repository.byBrokerOrderId(id);
        if (known.isPresent()) {
            return new AdoptResult.AlreadyOurs(known.get());
        }
        return switch (broker.find(id)) {
            case OrderLookup.Found found -> looked(found.order(), found.evidence(), ending);
            case OrderLookup.Absent _ -> new AdoptResult.NoSuchOrder(id);
            case OrderLookup.Unreadable unreadable ->
                    new AdoptResult.Failed(unreadable.order().fault());
            case OrderLookup.Failed failed -> new AdoptResult.Failed(failed.fault());
        };
    }

    private AdoptResult looked(
            BrokerOrder there, Evidence evidence, Function<Family, AdoptResult> ending) {
        Optional<Order> known = repository.byClientOrderId(there.clientOrderId());
        if (known.isPresent()) {
            return there.isOf(known.get())
                    ? new AdoptResult.AlreadyOurs(known.get())
                    : new AdoptResult.NotAdoptable(
                            there,
                            "its client order id "
                                    + there.clientOrderId()
                                    + " belongs to order "
                                    + known.get().id()
                                    + ", which is another one");
        }
        return switch (chain(there)) {
            case Chain.Failed failed -> new AdoptResult.Failed(failed.fault());
            case Chain.Known chain -> looked(there, evidence, chain.between(), ending);
        };
    }

    private AdoptResult looked(
            BrokerOrder there,
            Evidence evidence,
            List<Order> between,
            Function<Family, AdoptResult> ending) {
        AdoptedFamily family =
                AdoptedFamily.of(
                        there,
                        ids.nextOrderId(),
                        between.isEmpty() ? null : between.getLast(),
                        ids,
                        clock.instant());
        return family.orders().isEmpty()
                ? new AdoptResult.NotAdoptable(
                        there,
                        "it, or one of its legs, has terms that cannot be expressed" + " here")
                : ending.apply(new Family(there, between, family.orders(), evidence));
    }

    /**
     * Returns the orders from one of ours to the one whose place this order took, ours first: what
     * they traded is counted into what it has traded. Empty if it took the place of none of ours.
     */
    private Chain chain(BrokerOrder there) {
        Deque<BrokerOrder> between = new ArrayDeque<>();
        BrokerOrderId replaced = there.replaces();
        while (replaced != null && between.size() < MAX_CHAIN) {
            Optional<Order> ours = repository.byBrokerOrderId(replaced);
            if (ours.isPresent()) {
                return linked(ours.get(), between);
            }
            switch (broker.find(replaced)) {
                case OrderLookup.Found found -> {
                    between.addFirst(found.order());
                    replaced = found.order().replaces();
                }
                case OrderLookup.Absent _, OrderLookup.Unreadable _ -> replaced = null;
                case OrderLookup.Failed failed -> {
                    return new Chain.Failed(failed.fault());
                }
            }
        }
        return new Chain.Known(List.of());
    }

    private Chain linked(Order ours, Deque<BrokerOrder> between) {
        List<Order> chain = new ArrayList<>(List.of(ours));
        for (BrokerOrder there : between) {
            NewOrder terms = there.terms();
            if (terms == null) {
                return new Chain.Known(List.of());
            }
            chain.add(
                    Order.successor(
                            ids.nextOrderId(), chain.getLast(), terms, there, clock.instant()));
        }
        return new Chain.Known(chain);
    }

    private AdoptResult stored(Family family) {
        List<Order> between =
                family.between().stream().skip(1).toList(); // The first is ours already.
        List<Order> all = new ArrayList<>(between);
        all.addAll(family.orders());
        List<AddOutcome> outcomes;
        try {
            outcomes = repository.addAll(all, family.evidence());
        } catch (InvalidValueException refused) {
            // Another thread or process may have stored it under another key since it was looked
            // up.
            return repository
                    .byBrokerOrderId(family.there().brokerOrderId())
                    .<AdoptResult>map(AdoptResult.AlreadyOurs::new)
                    .orElseThrow(() -> refused);
        }
        List<Order> legs =
                outcomes.stream().skip(between.size() + 1L).map(AddOutcome::order).toList();
        return switch (outcomes.get(between.size())) {
            case AddOutcome.Added added -> new AdoptResult.Adopted(added.order(), legs);
            case AddOutcome.AlreadyThere ours -> new AdoptResult.AlreadyOurs(ours.order());
        };
    }

    /** The orders of one replacement after the other, as far as the broker shows them. */
    private sealed interface Chain {
        record Known(List<Order> between) implements Chain {
            public Known {
                between = List.copyOf(between);
            }
        }

        record Failed(BrokerFault fault) implements Chain {}
    }

    /**
     * An order that can be adopted, as the broker has it, and as it would be kept with its legs,
     * behind the orders whose place it took.
     */
    private record Family(
            BrokerOrder there, List<Order> between, List<Order> orders, Evidence evidence) {}
}
