package dev.lockstep.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.usecase.LoopFixture;
import dev.lockstep.domain.usecase.reconcile.Reconcile;
import dev.lockstep.domain.usecase.reconcile.Reconciliation;
import java.util.ArrayList;
import java.util.List;

/** A platform, another platform's orders, and their import. */
abstract class ImportFixture {
    final LoopFixture its = new LoopFixture();
    final FakeLegacyBook book = new FakeLegacyBook();
    final List<ImportNote> notes = new ArrayList<>();
    final ImportOrders importOrders = new ImportOrders(its.repository, its.clock);

    void assertNothingWasSent() {
        assertThat(its.broker.sends()).isEmpty();
        assertThat(its.broker.cancels()).isEmpty();
        assertThat(its.broker.replacements()).isEmpty();
    }

    ImportSummary imported() {
        notes.clear();
        return importOrders.run(book, book.account(), listener());
    }

    ImportListener listener() {
        return new ImportListener() {
            @Override
            public void at(long done, long total) {}

            @Override
            public void note(ImportNote note) {
                notes.add(note);
            }
        };
    }

    Order stored(long id) {
        return its.repository.byClientOrderId(new ClientOrderId(Long.toString(id))).orElseThrow();
    }

    Reconciliation reconciled() {
        return switch (new Reconcile(its.repository, its.broker, new InstanceTag("test"))
                .reconcile()) {
            case FetchResult.Complete<Reconciliation> complete -> complete.value();
            case FetchResult.Failed<Reconciliation> failed ->
                    throw new AssertionError(failed.fault().text());
        };
    }

    /** Ten shares under this id, as the broker has them. */
    static BrokerOrder atBroker(long id, OrderStatus status, String cumQty) {
        InMemoryOrderRepository scratch = new InMemoryOrderRepository();
        FakeLegacyBook one = new FakeLegacyBook().with(id, "PENDING", null);
        new ImportOrders(scratch, () -> SampleOrders.START)
                .run(
                        one,
                        one.account(),
                        new ImportListener() {
                            @Override
                            public void at(long done, long total) {}

                            @Override
                            public void note(ImportNote note) {}
                        });
        Order order = scratch.search(OrderQuery.all()).getFirst();
        return SampleOrders.like(SampleOrders.atBroker(order, status, cumQty))
                .brokerOrderId(new BrokerOrderId("b-" + id))
                .order();
    }
}
