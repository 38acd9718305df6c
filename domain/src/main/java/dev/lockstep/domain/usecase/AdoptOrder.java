package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.BrokerOrderId;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderId;
import dev.lockstep.domain.port.AddOutcome;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.OrderLookup;
import dev.lockstep.domain.port.OrderRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes an order ours that was sent elsewhere, because somebody asked for just that one. From then
 * on it is synced, counted and canceled like any other.
 */
public final class AdoptOrder {
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

    /** Says what would come of adopting it; nothing is stored. */
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
        List<Order> family = family(there);
        return family.size() <= there.legs().size()
                ? new AdoptResult.NotAdoptable(
                        there,
                        "it, or an order that hangs on it, has terms for which there are no words"
                                + " here")
                : ending.apply(new Family(there, family, evidence));
    }

    /** The order and its legs, as far as they can be read. */
    private List<Order> family(BrokerOrder there) {
        List<Order> family = new ArrayList<>();
        addReadable(family, null, there);
        if (!family.isEmpty()) {
            there.legs().forEach(leg -> addReadable(family, family.getFirst().id(), leg));
        }
        return family;
    }

    private void addReadable(List<Order> family, @Nullable OrderId parent, BrokerOrder there) {
        NewOrder terms = there.terms();
        if (terms != null) {
            Instant now = clock.instant();
            family.add(Order.adopted(ids.nextOrderId(), parent, terms, there, now));
        }
    }

    private AdoptResult stored(Family family) {
        List<AddOutcome> outcomes = repository.addAll(family.orders(), family.evidence());
        List<Order> legs = outcomes.stream().skip(1).map(AddOutcome::order).toList();
        return switch (outcomes.getFirst()) {
            case AddOutcome.Added added -> new AdoptResult.Adopted(added.order(), legs);
            case AddOutcome.AlreadyThere ours -> new AdoptResult.AlreadyOurs(ours.order());
        };
    }

    /**
     * An order that can be adopted, as the broker has it, and as it would be kept with its legs.
     */
    private record Family(BrokerOrder there, List<Order> orders, Evidence evidence) {}
}
