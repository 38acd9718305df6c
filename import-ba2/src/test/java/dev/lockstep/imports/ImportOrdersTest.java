package dev.lockstep.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.usecase.LoopFixture;
import dev.lockstep.imports.ImportNote.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an import makes of another platform's orders, and that none of them is ever sent. */
class ImportOrdersTest extends ImportFixture {
    @Test
    void an_order_keeps_the_id_it_was_sent_under_its_time_and_what_the_row_said() {
        book.with(17, OrderStatus.FILLED, "b-17", "10");

        imported();

        Order order = stored(17);
        assertThat(order.brokerOrderId()).isEqualTo(new BrokerOrderId("b-17"));
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.cumQty()).isEqualTo(Quantity.of("10"));
        assertThat(order.createdAt()).isEqualTo(SampleOrders.START.minusSeconds(10).plusMillis(17));
        assertThat(order.id().compareTo(its.sample.ids().nextOrderId())).isNegative();
        assertThat(its.repository.history(order.id()))
                .singleElement()
                .extracting(OrderEvent::evidence)
                .satisfies(evidence -> {
                    assertThat(evidence.summary())
                            .isEqualTo("imported from BA2 (db.sqlite), tradingorder 17");
                    assertThat(evidence.payload()).isEqualTo("id: 17");
                });
    }

    @Test
    void an_order_that_worked_there_is_open_until_the_sync_has_asked_for_it_by_id() {
        book.with(1, OrderStatus.NEW, "b-1", "0").with(2, OrderStatus.PARTIALLY_FILLED, "b-2", "4");

        imported();
        assertThat(stored(1).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(stored(2).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        its.broker.set(atBroker(1, OrderStatus.FILLED, "10"));
        its.broker.set(atBroker(2, OrderStatus.CANCELED, "6"));
        its.loop.tick();

        assertThat(stored(1).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(stored(2).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(stored(2).cumQty()).isEqualTo(Quantity.of("6"));
        assertNothingWasSent();
    }

    @Test
    void a_leg_is_known_by_the_brokers_id_for_its_name_there_was_never_kept() {
        book.with(1, OrderStatus.NEW, "b-1", "0").hanging(2, "ACCEPTED?", "b-2", 1);
        imported();
        BrokerOrder leg =
                SampleOrders.like(atBroker(2, OrderStatus.FILLED, "10"))
                        .clientOrderId(new ClientOrderId("made-by-the-broker"))
                        .order();
        its.broker.set(leg);
        its.broker.set(atBroker(1, OrderStatus.CANCELED, "0"));

        its.loop.tick();

        assertThat(stored(2).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(its.openIncidents()).isEmpty();
        assertThat(reconciled().differences()).isEmpty();
        assertThat(reconciled().external()).isZero();
    }

    @Test
    void an_order_without_the_brokers_id_is_looked_up_and_never_sent() {
        book.with(1, "PENDING", null)
                .with(2, "ERROR", null)
                .with(3, OrderStatus.NEW, null, "0")
                .with(4, OrderStatus.CANCELED, null, "0")
                .hanging(5, "WAITING_TRIGGER", null, 1);

        imported();
        assertThat(List.of(1, 2, 3, 4, 5))
                .allSatisfy(id -> assertThat(stored(id).status()).isEqualTo(OrderStatus.UNKNOWN));
        its.broker.set(atBroker(2, OrderStatus.NEW, "0"));
        its.pass(LoopFixture.POLICY.grace().plusSeconds(5));

        assertThat(stored(2).status()).isEqualTo(OrderStatus.NEW);
        assertThat(stored(2).brokerOrderId()).isEqualTo(new BrokerOrderId("b-2"));
        assertThat(List.of(1, 3, 4, 5))
                .allSatisfy(id ->
                        assertThat(stored(id).status()).isEqualTo(OrderStatus.NEVER_ACCEPTED));
        assertNothingWasSent();
    }

    @Test
    void a_failed_look_up_decides_nothing_and_sends_nothing() {
        book.with(1, "ERROR", null).hanging(2, "PENDING", null, 1);
        imported();
        its.broker.down(true);

        its.pass(LoopFixture.POLICY.grace().plusSeconds(60));

        assertThat(stored(1).status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(stored(2).status()).isEqualTo(OrderStatus.UNKNOWN);
        assertNothingWasSent();
    }

    @Test
    void an_exit_that_waited_there_is_not_sent_when_its_entry_fills() {
        book.with(1, OrderStatus.NEW, "b-1", "0").hanging(2, "WAITING_TRIGGER", null, 1);
        imported();
        its.broker.set(atBroker(1, OrderStatus.FILLED, "10"));

        its.pass(Duration.ofMinutes(2));

        assertThat(stored(1).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(stored(2).status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
        assertNothingWasSent();
    }

    @Test
    void a_cancel_that_was_under_way_there_is_not_asked_for_here() {
        book.with(1, OrderStatus.PENDING_CANCEL, "b-1", "0")
                .with(2, OrderStatus.PENDING_REPLACE, "b-2", "0");
        imported();
        its.broker.set(atBroker(1, OrderStatus.NEW, "0"));
        its.broker.set(atBroker(2, OrderStatus.NEW, "0"));

        its.pass(Duration.ofMinutes(5));

        assertThat(stored(1).status()).isEqualTo(OrderStatus.NEW);
        assertThat(stored(2).status()).isEqualTo(OrderStatus.NEW);
        assertNothingWasSent();
    }

    @Test
    void a_canceled_order_of_which_all_traded_is_filled() {
        book.with(1, OrderStatus.CANCELED, "b-1", "10");

        imported();

        assertThat(stored(1).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(notes).extracting(ImportNote::kind).containsExactly(Kind.CONTRADICTION);
    }

    @Test
    void a_filled_order_of_which_not_all_traded_is_the_brokers_to_tell() {
        book.with(1, OrderStatus.FILLED, "b-1", "0")
                .with(2, OrderStatus.FILLED, "b-2", "12")
                .with(3, OrderStatus.FILLED, null, "4");

        imported();
        its.broker.set(atBroker(1, OrderStatus.FILLED, "10"));
        its.broker.set(atBroker(2, OrderStatus.CANCELED, "3"));
        its.broker.set(atBroker(3, OrderStatus.FILLED, "10"));
        its.pass(Duration.ofSeconds(10));

        assertThat(notes)
                .extracting(ImportNote::kind)
                .containsExactly(Kind.CONTRADICTION, Kind.CONTRADICTION, Kind.CONTRADICTION);
        assertThat(stored(1).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(stored(2).cumQty()).isEqualTo(Quantity.of("3"));
        assertThat(stored(3).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void two_rows_of_one_broker_order_are_one_order_and_the_second_is_named() {
        book.with(1, OrderStatus.NEW, "b-1", "0")
                .with(2, OrderStatus.NEW, "b-1", "0")
                .hanging(3, "NEW?", "b-3", 2);

        ImportSummary rehearsed = importOrders.rehearse(book, book.account(), listener());
        ImportSummary summary = imported();

        assertThat(rehearsed.skipped()).isEqualTo(1);
        assertThat(summary.skipped()).isEqualTo(1);
        assertThat(summary.reported())
                .singleElement()
                .extracting(ImportNote::text)
                .isEqualTo("tradingorder 2: broker_order_id: b-1 (row 1 has it too)");
        assertThat(summary.addedInAll()).isEqualTo(2);
    }

    @Test
    void a_row_that_cannot_be_an_order_does_not_stop_the_others() {
        book.with(1, OrderStatus.NEW, "b-1", "0")
                .with(new ImportNote(Kind.IMPOSSIBLE, "tradingorder", 2, "quantity", "0", "> 0"))
                .with(3, OrderStatus.NEW, "b-3", "0");

        ImportSummary summary = imported();

        assertThat(summary.read()).isEqualTo(3);
        assertThat(summary.addedInAll()).isEqualTo(2);
        assertThat(summary.reported()).containsExactlyElementsOf(notes).hasSize(1);
    }

    @Test
    void an_order_that_hangs_on_none_that_is_there_stands_for_itself() {
        book.hanging(5, "ERROR", "b-5", 99).hanging(6, "ERROR", "b-6", 6);

        imported();

        assertThat(stored(5).parent()).isNull();
        assertThat(notes)
                .extracting(ImportNote::kind)
                .containsExactly(Kind.DANGLING, Kind.DANGLING);
    }

    @Test
    void an_imported_name_is_never_one_of_ours() {
        book.with(LegacyOrder.MAX_ID, "ERROR", null);
        imported();

        ClientOrderId name = new ClientOrderId(Long.toString(LegacyOrder.MAX_ID));

        assertThat(its.repository.byClientOrderId(name)).isPresent();
        assertThat(new InstanceTag("4611").made(name)).isFalse();
    }
}
