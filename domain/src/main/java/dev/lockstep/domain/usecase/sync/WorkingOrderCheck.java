package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.WorkingTerms;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.query.EntryChain;
import dev.lockstep.domain.value.ShownValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds open orders that the broker works otherwise than they were sent; it changes nothing. */
final class WorkingOrderCheck {
    private final OrderRepository repository;
    private final EntryChain entries;

    WorkingOrderCheck(OrderRepository repository) {
        this.repository = repository;
        this.entries = new EntryChain(repository);
    }

    /** Returns the findings on an open order; normally none. */
    List<SyncFinding> of(Order order) {
        List<SyncFinding> findings = new ArrayList<>();
        WorkingTerms working = order.state().working();
        if (working != null && !siblingTraded(order)) {
            findings.add(
                    new SyncFinding(
                            IncidentKind.ORDER_CHANGED_AT_BROKER, order, changed(order.terms())));
        }
        exceeding(order).ifPresent(findings::add);
        return findings;
    }

    private static String changed(NewOrder terms) {
        WorkingTerms now = WorkingTerms.of(terms);
        return "the broker changed it: it works there as "
                + ShownValue.of(terms.side())
                + " "
                + now.orderQty()
                + " "
                + terms.symbol()
                + price(" limit ", now.limitPrice())
                + price(" stop ", now.stopPx())
                + ", and counts so here; cancel or replace it if that is not intended";
    }

    private static String price(String name, @Nullable Object price) {
        return price == null ? "" : name + price;
    }

    /**
     * Returns whether the other exit of the same parent has filled: then this exit becomes smaller,
     * which is no problem.
     */
    private boolean siblingTraded(Order order) {
        OrderId top = order.parent() == null ? order.id() : order.parent();
        List<Order> family = new ArrayList<>(repository.legs(top));
        repository.find(top).ifPresent(family::add);
        entries.end(top).ifPresent(family::add);
        return family.stream()
                .anyMatch(other ->
                        !other.id().equals(order.id())
                                && other.terms().side() == order.terms().side()
                                && !other.cumQty().zero());
    }

    /** A replacement must count what the order before it traded, or too much is left to trade. */
    private Optional<SyncFinding> exceeding(Order order) {
        OrderId replaced = order.replaces();
        Quantity leaves = order.leavesQty();
        if (replaced == null || leaves == null) {
            return Optional.empty();
        }
        return repository
                .find(replaced)
                .map(Order::cumQty)
                .filter(traded -> traded.compareTo(order.cumQty()) > 0)
                .map(traded ->
                        new SyncFinding(
                                IncidentKind.ORDER_EXCEEDS_REQUEST,
                                order,
                                exceeds(order, traded, leaves)));
    }

    private static String exceeds(Order order, Quantity traded, Quantity leaves) {
        return "it replaced an order of which "
                + traded
                + " had traded, for "
                + order.terms().orderQty()
                + " in all; the broker counts only "
                + order.cumQty()
                + " of that, so that "
                + leaves
                + " more may trade: cancel it, or replace it by a smaller one";
    }
}
