package dev.lockstep.simulation.check;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.simulation.actor.Promises;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulation.exchange.ObservedExecution;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Both sides of the comparison: what is stored, and what the exchange's ledger says. */
final class Findings {
    private final Promises promises;
    private final MarketPlace market;
    private final OrderRepository repository;
    private final LateOrders late;
    private final List<Order> orders = new ArrayList<>();
    private final Map<String, Order> byBrokerId = new HashMap<>();
    private final Map<String, Order> byClientId = new HashMap<>();
    private final Map<OrderId, Order> byId = new HashMap<>();
    private final List<LedgerOrder> ledger;
    private final Map<String, LedgerOrder> ledgerById = new HashMap<>();
    private final Set<String> notClosed;
    private final List<Violation> violations = new ArrayList<>();

    Findings(
            Promises promises,
            MarketPlace market,
            OrderRepository repository,
            Incidents incidents,
            LateOrders late) {
        this.notClosed =
                incidents.list(IncidentQuery.open()).stream()
                        .filter(incident -> incident.kind() == IncidentKind.POSITION_NOT_CLOSED)
                        .map(Incident::subject)
                        .collect(Collectors.toSet());
        this.promises = promises;
        this.market = market;
        this.repository = repository;
        this.late = late;
        this.ledger = market.orders();
        ledger.forEach(order -> ledgerById.put(order.id().toString(), order));
        readOrders();
    }

    private void readOrders() {
        OrderQuery query = OrderQuery.all();
        for (List<Order> page = repository.search(query);
                !page.isEmpty();
                page = repository.search(query.after(page.getLast().id()))) {
            orders.addAll(page);
        }
        for (Order order : orders) {
            byId.put(order.id(), order);
            byClientId.put(order.clientOrderId().value(), order);
            if (order.brokerOrderId() != null) {
                byBrokerId.put(order.brokerOrderId().value(), order);
            }
        }
    }

    Promises promises() {
        return promises;
    }

    OrderRepository repository() {
        return repository;
    }

    MarketPlace market() {
        return market;
    }

    List<Order> orders() {
        return orders;
    }

    List<LedgerOrder> ledger() {
        return ledger;
    }

    Optional<Order> of(OrderId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Our order that is this one at the exchange. */
    Optional<Order> ours(LedgerOrder there) {
        Order named = byBrokerId.get(there.id().toString());
        return Optional.ofNullable(named == null ? byClientId.get(there.clientOrderId()) : named);
    }

    Optional<Order> ours(ObservedExecution execution) {
        return Optional.ofNullable(ledgerById.get(execution.orderId())).flatMap(this::ours);
    }

    /** Returns the exchange's side of our order. */
    Optional<LedgerOrder> there(Order order) {
        if (order.brokerOrderId() != null) {
            return Optional.ofNullable(ledgerById.get(order.brokerOrderId().value()));
        }
        return ledger.stream()
                .filter(there -> there.clientOrderId().equals(order.clientOrderId().value()))
                .findFirst();
    }

    /** Returns whether the order is external, or was changed externally. */
    boolean external(LedgerOrder there) {
        if (promises.externalIds().contains(there.id().toString())) {
            return true;
        }
        if (there.replaces() == null) {
            return false;
        }
        String replaced = there.replaces().toString();
        LedgerOrder before = ledgerById.get(replaced);
        return promises.touchedElsewhere().contains(replaced)
                || (before != null && external(before));
    }

    /** Returns the quantity of a symbol that external orders traded. */
    BigDecimal others(String symbol) {
        return market.executions().stream()
                .filter(execution -> execution.symbol().equals(symbol))
                .filter(execution -> ours(execution).isEmpty())
                .map(ObservedExecution::signedQty)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns an order and those whose place it took, by our ids. */
    Set<OrderId> chain(Order order) {
        Set<OrderId> chain = new HashSet<>();
        for (Order one = order;
                one != null && chain.add(one.id());
                one = one.replaces() == null ? null : byId.get(one.replaces())) {
            // The next one is what it replaced.
        }
        return chain;
    }

    /** Returns the first order of a chain of replacements. */
    Order root(Order order) {
        Order first = order;
        for (Order one = order;
                one != null;
                one = one.replaces() == null ? null : byId.get(one.replaces())) {
            first = one;
        }
        return first;
    }

    /** Returns whether it was sent from here, and is not a leg that the broker made. */
    boolean sent(Order order) {
        return late.left(order.clientOrderId().value());
    }

    /** Returns whether a trade's order arrived too late to be known in time. */
    boolean late(ObservedExecution execution) {
        return late.contains(execution.clientOrderId());
    }

    /** Returns whether anything of a symbol is held. */
    boolean held(String symbol) {
        return market.positions().getOrDefault(symbol, BigDecimal.ZERO).signum() != 0;
    }

    /** Returns whether an incident reports that a requested close waits. */
    boolean waits(String symbol) {
        return notClosed.contains(symbol);
    }

    Map<IdempotencyKey, Integer> intentionOfKey() {
        return promises.intentionOfKey();
    }

    void require(boolean holds, Invariant invariant, String text) {
        if (!holds) {
            violations.add(new Violation(invariant, text));
        }
    }

    List<Violation> violations() {
        return violations;
    }
}
