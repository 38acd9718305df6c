package dev.lockstep.imports;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.imports.ImportNote.Kind;
import java.util.Optional;

/** Decides whether a stored order is the one to be imported, or another one with the same id. */
final class ImportVerdict {
    private final OrderRepository repository;
    private final String keyPrefix;
    private final ImportTally tally;

    ImportVerdict(OrderRepository repository, String platform, ImportTally tally) {
        this.repository = repository;
        this.keyPrefix = ImportedOrder.keyPrefix(platform);
        this.tally = tally;
    }

    /** Returns the order that is stored under one of its names. */
    Optional<Order> known(Order order) {
        BrokerOrderId named = order.brokerOrderId();
        Optional<Order> sent = repository.byClientOrderId(order.clientOrderId());
        return sent.isPresent() || named == null ? sent : repository.byBrokerOrderId(named);
    }

    /** Counts it as there already, or names the row as one that is not imported. */
    void judge(ImportedOrder imported, Order known) {
        Order order = imported.order();
        if (!sameName(order, known)) {
            sameBrokerOrder(imported, known);
        } else if (same(order, known)) {
            tally.alreadyThere();
            tellChange(imported, known);
        } else {
            tally.note(
                    note(
                            imported,
                            Kind.ID_TAKEN,
                            "id",
                            Long.toString(imported.legacy().id()),
                            "order " + known.id() + " was sent under it and is another one"));
        }
    }

    /** The broker's order is here under another name: as another row's, or because it was ours. */
    private void sameBrokerOrder(ImportedOrder imported, Order known) {
        if (fromThere(known)) {
            tally.note(
                    note(
                            imported,
                            Kind.SAME_BROKER_ORDER,
                            "broker_order_id",
                            String.valueOf(known.brokerOrderId()),
                            "row " + known.clientOrderId() + " has it too"));
        } else {
            tally.alreadyThere();
        }
    }

    private static boolean sameName(Order order, Order known) {
        return order.clientOrderId().equals(known.clientOrderId());
    }

    /**
     * A row keeps the time it was made; an order that was adopted from the broker has none of it.
     */
    private boolean same(Order order, Order known) {
        return order.terms().symbol().equals(known.terms().symbol())
                && order.terms().side() == known.terms().side()
                && (!fromThere(known) || order.createdAt().equals(known.createdAt()));
    }

    private boolean fromThere(Order known) {
        return known.idempotencyKey().value().startsWith(keyPrefix);
    }

    private void tellChange(ImportedOrder imported, Order known) {
        if (fromThere(known) && !imported.order().terms().equals(known.terms())) {
            tally.note(
                    note(
                            imported,
                            Kind.CHANGED_SINCE,
                            "terms",
                            imported.order().terms().toString(),
                            "kept as imported: " + known.terms()));
        }
    }

    static ImportNote note(
            ImportedOrder imported, Kind kind, String field, String value, String rule) {
        return new ImportNote(
                kind, imported.legacy().table(), imported.legacy().id(), field, value, rule);
    }
}
