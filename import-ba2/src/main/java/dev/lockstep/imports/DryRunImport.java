package dev.lockstep.imports;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.imports.ImportNote.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts what would become of imported orders if they were stored. */
final class DryRunImport implements ImportedOrders {
    private final ImportTally tally;
    private final ImportVerdict verdict;
    private final Set<BrokerOrderId> named = new HashSet<>();

    DryRunImport(OrderRepository repository, String platform, ImportTally tally) {
        this.tally = tally;
        this.verdict = new ImportVerdict(repository, platform, tally);
    }

    @Override
    public void addAll(List<ImportedOrder> orders) {
        orders.forEach(this::add);
    }

    private void add(ImportedOrder imported) {
        Order order = imported.order();
        Optional<Order> known = verdict.known(order);
        if (known.isPresent()) {
            verdict.judge(imported, known.get());
        } else if (order.brokerOrderId() != null && !named.add(order.brokerOrderId())) {
            tally.note(
                    ImportVerdict.note(
                            imported,
                            Kind.SAME_BROKER_ORDER,
                            "broker_order_id",
                            order.brokerOrderId().value(),
                            "an earlier row has it too"));
        } else {
            tally.added(order);
        }
    }
}
