package dev.lockstep.simulation.actor;

import dev.lockstep.broker.alpaca.connection.InProcessLink.Received;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.imports.ImportListener;
import dev.lockstep.imports.ImportNote;
import dev.lockstep.imports.ImportOrders;
import dev.lockstep.imports.ImportedOrder;
import dev.lockstep.imports.LegacyAccount;
import dev.lockstep.imports.LegacyOrder;
import dev.lockstep.imports.LegacyRow;
import dev.lockstep.simulation.process.PlatformProcess;
import dev.lockstep.simulation.scenario.Chance;
import dev.lockstep.simulator.LedgerOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Another platform under the same account, whose growing book is imported again and again: some of
 * its orders work at the exchange, with or without the exchange's id in the book, some never
 * arrived there.
 */
final class LegacyPlatform {
    private static final int MAX_ORDERS = 12;
    private final Stage stage;
    private final Chance chance;
    private final RandomTerms terms;
    private final List<LegacyRow> rows = new ArrayList<>();

    LegacyPlatform(Stage stage, Chance chance) {
        this.stage = stage;
        this.chance = chance;
        this.terms = new RandomTerms(stage.market(), stage.promises(), chance);
    }

    /** Trades, and imports its book into a process. */
    void act(PlatformProcess process) {
        if (rows.size() < MAX_ORDERS) {
            trade();
        }
        if (chance.percent(60)) {
            imports(process, List.copyOf(rows));
        }
    }

    private void imports(PlatformProcess process, List<LegacyRow> book) {
        LegacyAccount account = new LegacyAccount(1, "old", "alpaca", true, book.size());
        Skipped skipped = new Skipped(new HashSet<>());
        new ImportOrders(process.stores().orders(), process.clock())
                .run(new MemoryLegacyBook(account, book), account, skipped);
        book.stream()
                .map(LegacyRow::id)
                .filter(id -> !skipped.rows().contains(id))
                .map(id -> key(process, id))
                .forEach(stage.promises()::acknowledged);
        stage.promises()
                .note(stage.time().nanos() / 1_000_000 + " imported " + book.size() + " orders");
    }

    /** Returns the key under which a row is stored: another one if its order was adopted before. */
    private static IdempotencyKey key(PlatformProcess process, long id) {
        return process.stores()
                .orders()
                .byClientOrderId(new ClientOrderId(Long.toString(id)))
                .map(Order::idempotencyKey)
                .orElseGet(() ->
                        new IdempotencyKey(
                                ImportedOrder.keyPrefix(MemoryLegacyBook.PLATFORM) + id));
    }

    private void trade() {
        long id = rows.size() + 1L;
        NewOrder order = order();
        Optional<LedgerOrder> there = chance.percent(70) ? sent(id, order) : Optional.empty();
        boolean known = there.isPresent() && chance.percent(60);
        rows.add(
                new LegacyRow.Legible(
                        new LegacyOrder(
                                id,
                                order,
                                known
                                        ? new ReportedStatus.Known("new", OrderStatus.NEW)
                                        : new ReportedStatus.Unrecognized("pending"),
                                known
                                        ? new BrokerOrderId(there.orElseThrow().id().toString())
                                        : null,
                                Quantity.ZERO,
                                null,
                                null,
                                there.map(LedgerOrder::submittedAt).orElse(instant()),
                                "tradingorder",
                                "id: " + id),
                        List.of()));
    }

    private @Nullable Instant instant() {
        return stage.market().orders().stream()
                .map(LedgerOrder::submittedAt)
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private NewOrder order() {
        var symbol = chance.of(RandomTerms.SHARES);
        Price limit = terms.price(symbol, 100 + chance.between(-4, 1));
        return new NewOrder(
                symbol,
                chance.percent(70) ? Side.BUY : Side.SELL,
                Quantity.of(String.valueOf(chance.between(1, 9))),
                new OrderType.Limit(limit),
                TimeInForce.GTC);
    }

    /**
     * Notes the rows that are not imported, for example because their order was adopted before.
     *
     * @param rows their ids
     */
    private record Skipped(Set<Long> rows) implements ImportListener {
        @Override
        public void at(long done, long total) {
            // Progress is not judged.
        }

        @Override
        public void note(ImportNote note) {
            if (note.kind().skipped()) {
                rows.add(note.id());
            }
        }
    }

    /** Its client order id is the number of the row. */
    private Optional<LedgerOrder> sent(long id, NewOrder order) {
        String name = Long.toString(id);
        Received received =
                stage.market().elsewhere("POST", "/v2/orders", BotRequests.order(order, name));
        Optional<LedgerOrder> there =
                stage.market().orders().stream()
                        .filter(each -> each.clientOrderId().equals(name))
                        .filter(_ -> received.status() == 200)
                        .findFirst();
        there.map(LedgerOrder::id)
                .map(Object::toString)
                .ifPresent(brokerOrderId -> {
                    stage.promises().external(brokerOrderId);
                    stage.promises().touchedElsewhere(brokerOrderId);
                });
        return there;
    }
}
