package dev.lockstep.imports;

import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.imports.ImportNote.Kind;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Imports the orders of one account from another platform's database, each once however often it
 * runs. It makes no request and sends nothing; {@link ImportedOrder} describes orders of uncertain
 * state.
 *
 * <p>A row that cannot be imported is reported and does not stop the others. If the store fails,
 * earlier rows stay, and another run continues.
 */
public final class ImportOrders {
    /** The most orders of one account: their ids are kept in memory, for the links among them. */
    public static final long MAX_ORDERS = 1_000_000;

    private static final int PAGE_ROWS = 500;

    private final OrderRepository repository;
    private final InstantSource clock;

    /** Builds the use case on its ports. */
    public ImportOrders(OrderRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Imports the orders of an account. */
    public ImportSummary run(LegacyBook book, LegacyAccount account, ImportListener listener) {
        ImportTally tally = new ImportTally(listener);
        ImportedOrders store = new StoredImports(repository, book.contents(), tally);
        return all(book, account, tally, store, listener);
    }

    /** Returns what {@link #run} would do; writes nothing. */
    public ImportSummary rehearse(LegacyBook book, LegacyAccount account, ImportListener listener) {
        ImportTally tally = new ImportTally(listener);
        ImportedOrders store = new DryRunImport(repository, book.contents().platform(), tally);
        return all(book, account, tally, store, listener);
    }

    private ImportSummary all(
            LegacyBook book,
            LegacyAccount account,
            ImportTally tally,
            ImportedOrders store,
            ImportListener listener) {
        if (account.orders() > MAX_ORDERS) {
            throw new InvalidValueException("orders", account.orders(), "at most " + MAX_ORDERS);
        }
        LegacyContents contents = book.contents();
        contents.notes().forEach(tally::note);
        Making making = new Making(contents, tally);
        long after = Long.MIN_VALUE;
        List<LegacyRow> rows = book.page(account, after, PAGE_ROWS);
        while (!rows.isEmpty()) {
            store.addAll(making.of(rows));
            after = rows.getLast().id();
            tally.read(rows.size());
            listener.at(tally.read(), account.orders());
            rows = book.page(account, after, PAGE_ROWS);
        }
        return tally.summary();
    }

    /** Creates orders from rows; a row can depend on earlier ones. */
    private final class Making {
        private final LegacyContents contents;
        private final ImportTally tally;
        private final Map<Long, OrderId> made = new HashMap<>();

        Making(LegacyContents contents, ImportTally tally) {
            this.contents = contents;
            this.tally = tally;
        }

        List<ImportedOrder> of(List<LegacyRow> rows) {
            List<ImportedOrder> orders = new ArrayList<>();
            for (LegacyRow row : rows) {
                switch (row) {
                    case LegacyRow.Illegible illegible -> tally.note(illegible.why());
                    case LegacyRow.Legible(LegacyOrder legacy, List<ImportNote> notes) -> {
                        notes.forEach(tally::note);
                        orders.add(order(legacy));
                    }
                }
            }
            return orders;
        }

        private ImportedOrder order(LegacyOrder legacy) {
            LegacyOrder.Link link = legacy.parent();
            OrderId parent = link == null ? null : made.get(link.id());
            if (link != null && parent == null) {
                tally.note(
                        new ImportNote(
                                Kind.DANGLING,
                                legacy.table(),
                                legacy.id(),
                                link.field(),
                                Long.toString(link.id()),
                                "no imported order before it; it stands for itself"));
            }
            ImportedOrder order =
                    ImportedOrder.of(contents.platform(), legacy, parent, clock.instant());
            order.notes().forEach(tally::note);
            made.put(legacy.id(), order.order().id());
            return order;
        }
    }
}
