package dev.lockstep.imports;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.OrderAddition;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.imports.ImportNote.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Stores imported orders in one write, or one by one where one of them is refused, so that no order
 * stops another.
 */
final class StoredImports implements ImportedOrders {
    private final OrderRepository repository;
    private final LegacyContents contents;
    private final ImportTally tally;
    private final ImportVerdict verdict;

    StoredImports(OrderRepository repository, LegacyContents contents, ImportTally tally) {
        this.repository = repository;
        this.contents = contents;
        this.tally = tally;
        this.verdict = new ImportVerdict(repository, contents.platform(), tally);
    }

    @Override
    public void addAll(List<ImportedOrder> orders) {
        try {
            added(orders);
        } catch (InvalidValueException oneIsRefused) {
            orders.forEach(this::add);
        }
    }

    private void added(List<ImportedOrder> orders) {
        List<AddOutcome> outcomes = repository.addAll(orders.stream().map(this::addition).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case AddOutcome.Added added -> tally.added(added.order());
                case AddOutcome.AlreadyThere there -> verdict.judge(orders.get(i), there.order());
            }
        }
    }

    private void add(ImportedOrder order) {
        try {
            added(List.of(order));
        } catch (InvalidValueException refused) {
            refused(order, refused);
        }
    }

    private void refused(ImportedOrder imported, InvalidValueException refusal) {
        Optional<Order> known = verdict.known(imported.order());
        if (known.isPresent()) {
            verdict.judge(imported, known.get());
        } else if (imported.order().parent() != null) {
            addAlone(imported);
        } else {
            tally.note(
                    ImportVerdict.note(
                            imported,
                            Kind.IMPOSSIBLE,
                            refusal.field(),
                            refusal.value(),
                            "expected: " + refusal.expected()));
        }
    }

    /** Stores an order without its parent, which could not be stored. */
    private void addAlone(ImportedOrder imported) {
        tally.note(
                ImportVerdict.note(
                        imported,
                        Kind.DANGLING,
                        "parent",
                        String.valueOf(imported.order().parent()),
                        "not imported; it stands for itself"));
        add(imported.standingAlone());
    }

    private OrderAddition addition(ImportedOrder imported) {
        return new OrderAddition(
                imported.order(),
                new Evidence(
                        Evidence.Source.LOCAL,
                        "imported from "
                                + contents.platform()
                                + " ("
                                + contents.source()
                                + "), "
                                + imported.legacy().table()
                                + " "
                                + imported.legacy().id(),
                        "",
                        imported.legacy().row()));
    }
}
