package dev.lockstep.simulation.check;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the orders here with the exchange's ledger, one by one. */
final class OrderChecks {
    private static final Map<String, OrderStatus> SAME_WORDS =
            Map.of(
                    "pending_new", OrderStatus.ACCEPTED,
                    "accepted_for_bidding", OrderStatus.ACCEPTED,
                    "stopped", OrderStatus.NEW,
                    "calculated", OrderStatus.DONE_FOR_DAY);

    private final Findings findings;

    OrderChecks(Findings findings) {
        this.findings = findings;
    }

    void check() {
        oneOrderPerIntent();
        findings.ledger().forEach(this::known);
        findings.orders().forEach(this::agrees);
        answersAreKept();
        cancelsComeTrue();
        externalCancelsComeTrue();
    }

    private void oneOrderPerIntent() {
        Map<Integer, List<LedgerOrder>> sent = new HashMap<>();
        for (LedgerOrder there : findings.ledger()) {
            Integer intention =
                    there.parent() != null || there.replaces() != null
                            ? null
                            : findings.ours(there)
                                    .map(order ->
                                            findings.intentionOfKey().get(order.idempotencyKey()))
                                    .orElse(null);
            if (intention != null) {
                sent.computeIfAbsent(intention, _ -> new ArrayList<>()).add(there);
            }
        }
        sent.forEach((intention, orders) ->
                findings.require(
                        orders.size() == 1,
                        Invariant.ONE_ORDER_PER_INTENT,
                        "intention " + intention + " is at the broker as " + text(orders)));
    }

    private void known(LedgerOrder there) {
        Optional<Order> ours = findings.ours(there);
        if (ours.isEmpty()) {
            findings.require(
                    findings.external(there),
                    Invariant.NO_ORDER_LOST,
                    "nobody here knows " + LedgerText.of(there));
            return;
        }
        findings.require(
                there.parent() != null
                        || ours.get().parent() == null
                        || findings.sent(findings.root(ours.get())),
                Invariant.LEGS_ARE_LINKED,
                "order "
                        + ours.get().id()
                        + " is a leg of "
                        + ours.get().parent()
                        + " here and stands alone there, "
                        + LedgerText.of(there));
        if (there.parent() != null) {
            OrderId parent = ours.get().parent();
            Optional<Order> ourParent =
                    findings.ledger().stream()
                            .filter(one -> one.id().equals(there.parent()))
                            .findFirst()
                            .flatMap(findings::ours);
            findings.require(
                    ourParent.map(order -> findings.chain(order).contains(parent)).orElse(true),
                    Invariant.LEGS_ARE_LINKED,
                    "leg "
                            + there.id()
                            + " hangs on "
                            + parent
                            + " here, there on "
                            + ourParent.map(Order::id));
        }
    }

    private void agrees(Order order) {
        Optional<LedgerOrder> there = findings.there(order);
        if (there.isEmpty()) {
            findings.require(
                    order.status().neverSent()
                            || (order.status().closed() && order.cumQty().zero()),
                    order.status().unresolved()
                            ? Invariant.NOTHING_UNRESOLVED
                            : Invariant.ORDERS_AGREE,
                    order.id() + " is " + order.state() + " and the broker never had it");
            return;
        }
        OrderStatus status = status(there.get().status());
        findings.require(
                !order.status().unresolved(),
                Invariant.NOTHING_UNRESOLVED,
                order.id() + " is " + order.status() + " and there " + there.get().status());
        findings.require(
                order.status().unresolved()
                        || order.status() == status
                        || falselyCanceled(order, there.get())
                        || tradedBeforeItsReplacement(order, there.get()),
                Invariant.ORDERS_AGREE,
                order.id() + " is " + order.state() + " and there " + LedgerText.of(there.get()));
        findings.require(
                order.cumQty().value().compareTo(there.get().filledQty()) == 0,
                Invariant.ORDERS_AGREE,
                order.id()
                        + " filled "
                        + order.cumQty()
                        + " here and there "
                        + there.get().filledQty());
        quantityAgrees(order, there.get());
        findings.require(
                order.status().closed() || !order.state().cancelWanted(),
                Invariant.REQUESTS_ARE_PURSUED,
                order.id() + " is " + order.status() + " and its cancel is requested");
    }

    /** A quantity that the exchange changed after the order had ended here changes nothing. */
    private void quantityAgrees(Order order, LedgerOrder there) {
        Quantity here = order.terms().orderQty();
        BigDecimal qty = there.qty();
        findings.require(
                here == null
                        || qty == null
                        || status(there.status()).closed()
                        || here.value().compareTo(qty) == 0,
                Invariant.ORDERS_AGREE,
                order.id() + " is of " + here + " and there " + LedgerText.of(there));
    }

    /**
     * It was replaced elsewhere while it counted as canceled, and what took its place is over
     * before the broker listed it.
     */
    private boolean falselyCanceled(Order order, LedgerOrder there) {
        return findings.market().falselyCanceled().contains(there.id().toString())
                && order.status() == OrderStatus.CANCELED
                && status(there.status()) == OrderStatus.REPLACED
                && findings.ledger().stream()
                        .filter(next -> there.id().equals(next.replaces()))
                        .allMatch(next -> status(next.status()).closed());
    }

    /** The exchange calls a replacement new although it took over what had traded. */
    private static boolean tradedBeforeItsReplacement(Order order, LedgerOrder there) {
        return there.replaces() != null
                && order.status() == OrderStatus.PARTIALLY_FILLED
                && status(there.status()) == OrderStatus.NEW
                && there.filledQty().signum() > 0;
    }

    private void answersAreKept() {
        Set<?> keys =
                findings.orders().stream().map(Order::idempotencyKey).collect(Collectors.toSet());
        findings.promises()
                .acknowledgedKeys()
                .forEach(key ->
                        findings.require(
                                keys.contains(key),
                                Invariant.ANSWERS_ARE_KEPT,
                                key + " was answered and is not stored"));
    }

    /**
     * An order that was being replaced ends by that, and then its successor must end, if it is
     * ours.
     */
    private void cancelsComeTrue() {
        for (OrderId id : findings.promises().acceptedCancels()) {
            findings.of(id)
                    .flatMap(findings::there)
                    .map(this::lastOf)
                    .ifPresent(there ->
                            findings.require(
                                    status(there.status()).closed(),
                                    Invariant.CANCELS_COME_TRUE,
                                    "the cancel of "
                                            + id
                                            + " was accepted, and there it is "
                                            + LedgerText.of(there)));
        }
    }

    /** Which of ours took the order's place in the end; the order itself, if none did. */
    private LedgerOrder lastOf(LedgerOrder order) {
        return findings.ledger().stream()
                .filter(next -> order.id().equals(next.replaces()))
                .filter(next -> findings.ours(next).isPresent())
                .findFirst()
                .map(this::lastOf)
                .orElse(order);
    }

    /** An external order that was replaced ends by that, too. */
    private void externalCancelsComeTrue() {
        findings.ledger().stream()
                .filter(there ->
                        findings.promises()
                                .acceptedExternalCancels()
                                .contains(there.id().toString()))
                .forEach(there ->
                        findings.require(
                                status(there.status()).closed(),
                                Invariant.CANCELS_COME_TRUE,
                                "the cancel of an external order was accepted, and there it is "
                                        + LedgerText.of(there)));
        Set<String> requested =
                findings.repository().externalCancels().requested().stream()
                        .map(request -> request.id().value())
                        .collect(Collectors.toSet());
        findings.require(
                findings.ledger().stream()
                        .noneMatch(there -> requested.contains(there.id().toString())),
                Invariant.REQUESTS_ARE_PURSUED,
                "requested cancels of external orders are left: " + requested);
    }

    private static String text(List<LedgerOrder> orders) {
        return orders.stream()
                .map(order -> order.clientOrderId() + " " + order.status())
                .collect(Collectors.joining(", "));
    }

    static OrderStatus status(String word) {
        OrderStatus same = SAME_WORDS.get(word);
        return same == null ? OrderStatus.valueOf(word.toUpperCase(Locale.ROOT)) : same;
    }
}
