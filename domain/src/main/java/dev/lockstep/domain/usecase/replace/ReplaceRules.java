package dev.lockstep.domain.usecase.replace;

import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.value.ShownValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules by which a replacement is refused before anything is sent. */
final class ReplaceRules {
    private final OrderRepository repository;
    private final Broker broker;

    ReplaceRules(OrderRepository repository, Broker broker) {
        this.repository = repository;
        this.broker = broker;
    }

    /**
     * Returns all rules that the new terms break, or else the one against a change that changes
     * nothing.
     */
    List<Denial> denials(Order old, NewOrder terms) {
        List<Denial> denials = new ArrayList<>();
        state(old, denials);
        quantity(old, terms, denials);
        trail(old.terms().type(), terms.type(), denials);
        denials.addAll(broker.venue().denials(terms));
        if (denials.isEmpty() && worksSo(old, terms)) {
            denials.add(
                    new Denial(
                            DenialReason.REPLACED_BY_THE_SAME,
                            "order",
                            old.id().value(),
                            "something that the working order is not already"));
        }
        return List.copyOf(denials);
    }

    static Denial notReplaceable(Order old, String expected) {
        return new Denial(
                DenialReason.REPLACED_STATE, "status", ShownValue.of(old.status()), expected);
    }

    private void state(Order old, List<Denial> denials) {
        if (!old.status().open() || old.status().inFlight()) {
            denials.add(notReplaceable(old, "open, and not being canceled or replaced"));
        } else if (repository.replacements(old.id()).stream()
                .anyMatch(other -> other.status().unresolved())) {
            denials.add(notReplaceable(old, "no unanswered replacement"));
        }
    }

    private static void quantity(Order old, NewOrder terms, List<Denial> denials) {
        Quantity before = old.terms().orderQty();
        Quantity total = terms.orderQty();
        if (before == null || total == null) {
            denials.add(quantity("notional", terms.amount(), "an order by quantity"));
            return;
        }
        if (total.compareTo(old.cumQty()) <= 0) {
            denials.add(quantity("qty", total, "> " + old.cumQty() + ", which has traded already"));
        }
        boolean part = !before.whole() || !total.whole();
        if (part && !total.equals(before) && terms.symbol().assetClass() != AssetClass.CRYPTO) {
            denials.add(quantity("qty", total, before + ": parts of a share cannot change"));
        }
    }

    /** The venue changes how far behind a stop follows, never whether by dollars or percent. */
    private static void trail(OrderType before, OrderType after, List<Denial> denials) {
        if (before instanceof OrderType.TrailingStop(OrderType.Trail was)
                && after instanceof OrderType.TrailingStop(OrderType.Trail requested)
                && !was.getClass().equals(requested.getClass())) {
            denials.add(
                    new Denial(
                            DenialReason.ORDER_TYPE,
                            requested.field(),
                            requested.toString(),
                            was.field() + ", as the order has it"));
        }
    }

    private static Denial quantity(String field, Object value, String expected) {
        return new Denial(DenialReason.REPLACED_QUANTITY, field, String.valueOf(value), expected);
    }

    /**
     * Returns whether the broker's working order has these terms: the terms that we requested prove
     * nothing. If the broker cannot be asked, the change is sent, and the broker refuses one
     * without effect.
     */
    private boolean worksSo(Order old, NewOrder terms) {
        BrokerOrderId id = old.brokerOrderId();
        return id != null
                && terms.equals(old.terms())
                && broker.find(id) instanceof OrderLookup.Found found
                && sameWork(found.order().terms(), terms);
    }

    private static boolean sameWork(@Nullable NewOrder there, NewOrder terms) {
        return there != null
                && there.amount().equals(terms.amount())
                && there.type().equals(terms.type())
                && there.timeInForce() == terms.timeInForce();
    }
}
