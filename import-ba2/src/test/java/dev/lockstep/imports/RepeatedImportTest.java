package dev.lockstep.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.usecase.LoopFixture;
import dev.lockstep.domain.usecase.report.ReplayOrders;
import dev.lockstep.domain.usecase.sync.AdoptOrder;
import dev.lockstep.imports.ImportNote.Kind;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A second import, or one of orders that are stored already, adds nothing and names what differs.
 */
class RepeatedImportTest extends ImportFixture {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void a_second_import_adds_nothing() {
        book.with(1, OrderStatus.FILLED, "b-1", "10")
                .with(2, "ERROR", null)
                .hanging(3, "X", "b-3", 2);
        imported();
        List<Order> first = its.repository.search(OrderQuery.all());
        its.clock.pass(HOUR);

        ImportSummary again = imported();

        assertThat(again.addedInAll()).isZero();
        assertThat(again.alreadyThere()).isEqualTo(3);
        assertThat(its.repository.search(OrderQuery.all())).isEqualTo(first);
    }

    @Test
    void another_order_under_an_imported_id_is_refused_and_named() {
        book.with(17, OrderStatus.NEW, "b-17", "0");
        imported();
        LegacyOrder other =
                new LegacyOrder(
                        17,
                        SampleOrders.tenShares(),
                        new ReportedStatus.Unrecognized("ERROR"),
                        null,
                        Quantity.ZERO,
                        null,
                        null,
                        SampleOrders.START.minus(HOUR),
                        "tradingorder",
                        "");

        ImportSummary summary =
                importOrders.run(new FakeLegacyBook().with(other), book.account(), listener());

        assertThat(summary.reported()).extracting(ImportNote::kind).containsExactly(Kind.ID_TAKEN);
        assertThat(stored(17).brokerOrderId()).isEqualTo(new BrokerOrderId("b-17"));
    }

    @Test
    void an_order_whose_terms_changed_there_is_kept_as_it_was_imported() {
        book.with(17, OrderStatus.NEW, "b-17", "0");
        imported();
        Order before = stored(17);
        LegacyOrder changed =
                new LegacyOrder(
                        17,
                        SampleOrders.tenShares().with(new OrderAmount.ByQuantity(Quantity.of("5"))),
                        new ReportedStatus.Known("NEW", OrderStatus.NEW),
                        new BrokerOrderId("b-17"),
                        Quantity.ZERO,
                        null,
                        null,
                        before.createdAt(),
                        "tradingorder",
                        "");

        ImportSummary summary =
                importOrders.run(new FakeLegacyBook().with(changed), book.account(), listener());

        assertThat(summary.alreadyThere()).isEqualTo(1);
        assertThat(notes).extracting(ImportNote::kind).containsExactly(Kind.CHANGED_SINCE);
        assertThat(stored(17)).isEqualTo(before);
    }

    @Test
    void an_order_that_was_adopted_from_the_broker_is_there_already() {
        its.broker.foreign(atBroker(17, OrderStatus.NEW, "0"));
        its.broker.set(atBroker(17, OrderStatus.NEW, "0"));
        new AdoptOrder(its.repository, its.broker, its.sample.ids(), its.clock)
                .adopt(new BrokerOrderId("b-17"));
        book.with(17, OrderStatus.NEW, "b-17", "0");

        ImportSummary rehearsed = importOrders.rehearse(book, book.account(), listener());
        ImportSummary summary = imported();

        assertThat(rehearsed.alreadyThere()).isEqualTo(1);
        assertThat(summary.alreadyThere()).isEqualTo(1);
        assertThat(summary.addedInAll()).isZero();
    }

    @Test
    void a_rehearsal_writes_nothing_and_counts_the_same() {
        book.with(1, OrderStatus.FILLED, "b-1", "10")
                .with(2, "ERROR", null)
                .hanging(3, "X", "b-3", 2);

        ImportSummary rehearsed = importOrders.rehearse(book, book.account(), listener());

        assertThat(its.repository.search(OrderQuery.all())).isEmpty();
        assertThat(rehearsed).isEqualTo(imported());
    }

    @Test
    void legs_that_were_imported_already_stay_one_row_when_their_parent_is_found() {
        LegacyOrder parent =
                new LegacyOrder(
                        1,
                        SampleOrders.tenShares()
                                .with(
                                        new OrderClass.Bracket(
                                                new ExitLeg.TakeProfit(Price.of("210")),
                                                new ExitLeg.StopLoss(Price.of("150"), null))),
                        new ReportedStatus.Unrecognized("ERROR"),
                        null,
                        Quantity.ZERO,
                        null,
                        null,
                        SampleOrders.START,
                        "tradingorder",
                        "");
        book.with(parent).hanging(2, "HELD?", "b-2", 1);
        imported();
        its.broker.set(
                SampleOrders.like(atBroker(1, OrderStatus.NEW, "0"))
                        .legs(atBroker(2, OrderStatus.HELD, "0"))
                        .order());

        its.pass(Duration.ofSeconds(30));

        assertThat(stored(1).status()).isEqualTo(OrderStatus.NEW);
        assertThat(its.repository.legs(stored(1).id())).hasSize(1);
    }

    @Property(tries = 200)
    void whatever_is_in_the_book_two_imports_are_one_and_nothing_is_ever_sent(
            @ForAll("orders") List<LegacyOrder> orders) {
        LoopFixture tradingPlatform = new LoopFixture();
        FakeLegacyBook found = new FakeLegacyBook();
        orders.forEach(found::with);
        ImportOrders again = new ImportOrders(tradingPlatform.repository, tradingPlatform.clock);

        ImportSummary first = again.run(found, found.account(), listener());
        List<Order> after = tradingPlatform.repository.search(OrderQuery.all());
        ImportSummary second = again.run(found, found.account(), listener());

        assertThat(first.read()).isEqualTo(first.addedInAll() + first.skipped());
        assertThat(second.addedInAll()).isZero();
        assertThat(second.skipped()).isEqualTo(first.skipped());
        assertThat(tradingPlatform.repository.search(OrderQuery.all())).isEqualTo(after);
        assertThat(after)
                .noneMatch(order -> order.status() == OrderStatus.WAITING)
                .noneMatch(order -> order.status() == OrderStatus.PENDING_SUBMIT)
                .allMatch(order -> order.cumQty().compareTo(Quantity.of("10")) <= 0);
        tradingPlatform.pass(Duration.ofSeconds(30));
        assertThat(tradingPlatform.broker.sends()).isEmpty();
        assertThat(tradingPlatform.broker.cancels()).isEmpty();
        assertThat(new ReplayOrders(tradingPlatform.repository).all(_ -> {}).unlike()).isZero();
    }

    @Provide
    Arbitrary<List<LegacyOrder>> orders() {
        Arbitrary<ReportedStatus> known =
                Arbitraries.of(OrderStatus.class)
                        .filter(status ->
                                !status.unresolved()
                                        && !status.neverSent()
                                        && status != OrderStatus.NEVER_ACCEPTED)
                        .map(status -> new ReportedStatus.Known(status.name(), status));
        Arbitrary<ReportedStatus> words =
                Arbitraries.of("PENDING", "ERROR", "WAITING_TRIGGER", "CLOSED", "nonsense ☃")
                        .map(ReportedStatus.Unrecognized::new);
        Arbitrary<@Nullable String> brokerIds =
                Arbitraries.of("b-1", "b-2", "b-3", "b-4").injectNull(0.4);
        Arbitrary<@Nullable Long> parents = Arbitraries.longs().between(1, 12).injectNull(0.5);
        return Combinators.combine(
                        Arbitraries.longs().between(1, 12),
                        Arbitraries.oneOf(known, words),
                        brokerIds,
                        Arbitraries.of("0", "4", "10", "11"),
                        parents)
                .as(FakeLegacyBook::order)
                .list()
                .uniqueElements(LegacyOrder::id)
                .ofMaxSize(12);
    }
}
