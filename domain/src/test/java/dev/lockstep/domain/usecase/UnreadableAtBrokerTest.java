package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.broker.UnreadableItem.Cause;
import dev.lockstep.domain.port.broker.UnreadableItem.Kind;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.cancel.CancelAllResult;
import dev.lockstep.domain.usecase.cancel.CancelScope;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.usecase.halt.Flattening;
import dev.lockstep.domain.usecase.halt.HaltTrading;
import dev.lockstep.domain.usecase.monitor.UnreadableIncidents;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.reconcile.ComparePositions;
import dev.lockstep.domain.usecase.reconcile.Reconcile;
import dev.lockstep.domain.usecase.reconcile.Reconciliation;
import dev.lockstep.domain.usecase.reconcile.ReconciliationBreak;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import dev.lockstep.domain.usecase.sync.SyncResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The broker has something that cannot be read: everything else goes on, and nothing is hidden. */
class UnreadableAtBrokerTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Symbol MSFT = new Symbol("MSFT");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final UnreadableItem OPTION = position("AAPL260116C00200000", "2");
    private static final UnreadableItem OPTION_ORDER =
            order("opt-1", "made by hand", "AAPL260116C00200000");

    private final LoopFixture its = new LoopFixture();
    private final SyncOrders syncOrders =
            new SyncOrders(its.repository, its.broker, its.sample.ids(), its.clock);
    private final ClosePosition closePosition =
            new ClosePosition(its.repository, its.broker, its.sample.ids(), its.clock);
    private final CancelAll cancelAll = new CancelAll(its.repository, its.broker, its.clock);
    private final ComparePositions comparePositions =
            new ComparePositions(its.repository, its.fills, its.broker, its.clock);

    @Test
    void sync_works_for_the_other_orders_and_names_the_unreadable_one() {
        Order order = its.submitted();
        its.broker.set(order, OrderStatus.FILLED, "10");
        its.broker.unreadable(OPTION_ORDER);

        SyncResult.Completed synced = (SyncResult.Completed) syncOrders.sync();

        assertThat(synced.changed()).hasSize(1);
        assertThat(synced.unreadable()).containsExactly(OPTION_ORDER);
        assertThat(synced.external()).isEmpty();
    }

    @Test
    void an_order_of_ours_that_cannot_be_read_stays_as_it_is_and_is_not_missing() {
        Order order = its.submitted();
        UnreadableItem item = ours(order);
        its.broker.unreadable(item);

        SyncResult.Completed synced = (SyncResult.Completed) syncOrders.sync();

        assertThat(synced.unreadable()).containsExactly(item);
        assertThat(synced.missing()).isEmpty();
        assertThat(its.stored(order)).isEqualTo(order);
    }

    @Test
    void an_incident_with_the_raw_text_is_kept_until_the_broker_has_it_no_more() {
        its.broker.unreadable(OPTION_ORDER);
        its.broker.unreadable(OPTION);

        its.loop.tick();
        its.pass(MINUTE);

        assertThat(its.openIncidents())
                .allSatisfy(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.UNREADABLE_AT_BROKER);
                    assertThat(incident.text()).contains("cannot be read", "\"raw\"");
                })
                .extracting(Incident::subject)
                .containsExactlyInAnyOrder("order opt-1", "position AAPL260116C00200000");

        its.broker.allReadable();
        its.pass(MINUTE);

        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void raw_text_that_changes_at_each_check_is_not_written_again() {
        its.broker.unreadable(OPTION);
        its.loop.tick();
        Incident first = its.openIncidents().getFirst();

        its.broker.allReadable();
        its.broker.unreadable(
                new UnreadableItem(
                        OPTION.kind(),
                        OPTION.cause(),
                        "",
                        "",
                        OPTION.symbol(),
                        OPTION.quantity(),
                        OPTION.reason(),
                        "{\"price\":2}"));
        its.pass(MINUTE);

        assertThat(its.openIncidents()).containsExactly(first);
    }

    @Test
    void very_many_unreadable_items_share_one_incident_beyond_a_bound() {
        for (int i = 0; i < 1_500; i++) {
            its.broker.unreadable(order("opt-" + i, "hand-" + i, "X260116C00200000"));
        }

        its.pass(MINUTE);

        assertThat(its.openIncidents()).hasSize(UnreadableIncidents.MAX_ITEMS + 1);
        assertThat(its.openIncidents())
                .anySatisfy(incident -> assertThat(incident.text()).startsWith("1450 more"));
    }

    @Test
    void an_execution_that_cannot_be_read_is_an_incident_until_it_is_read() {
        its.submitted();
        its.history.add(
                new UnreadableItem(
                        Kind.ACTIVITY, Cause.MALFORMED, "t::e-1", "", "AAPL", "", "no qty", "{}"));
        its.loop.tick();
        its.history.allReadable();
        its.pass(MINUTE);

        assertThat(its.openIncidents())
                .extracting(Incident::subject)
                .containsExactly("activity t::e-1");
    }

    @Test
    void one_position_that_cannot_be_read_keeps_no_other_from_being_closed() {
        its.broker.position(new Position(MSFT, NetQuantity.of("10")));
        its.broker.unreadable(OPTION);
        its.broker.unreadable(position("AAPL", "many"));

        assertThat(closePosition.close(MSFT, new ClosePart.Whole()))
                .isInstanceOf(CloseResult.Closing.class);
        assertThat(closePosition.close(AAPL, new ClosePart.Whole()))
                .isInstanceOfSatisfying(
                        CloseResult.Failed.class,
                        failed -> assertThat(failed.fault().text()).contains("AAPL", "many"));
    }

    @Test
    void flatten_closes_what_can_be_read_and_is_not_flat() {
        its.broker.position(new Position(MSFT, NetQuantity.of("10")));
        its.broker.unreadable(OPTION);
        ControlRisk controlRisk = new ControlRisk(its.repository.riskControl(), its.clock);
        HaltTrading haltTrading =
                new HaltTrading(
                        controlRisk,
                        its.repository,
                        its.broker,
                        cancelAll,
                        closePosition,
                        syncOrders);
        haltTrading.halt("tester", "trial");

        Flattening.Passed first = (Flattening.Passed) haltTrading.flatten();
        assertThat(first.closing()).hasSize(1);
        its.broker.noPositions();
        its.broker.set(first.closing().getFirst(), OrderStatus.FILLED, "10");
        Flattening.Passed second = (Flattening.Passed) haltTrading.flatten();

        assertThat(second.done()).isTrue();
        assertThat(second.flat()).isFalse();
        assertThat(second.unreadable()).containsExactly(OPTION);
    }

    @Test
    void a_position_that_cannot_be_read_is_not_flat_and_no_mismatch() {
        Order order = its.submitted();
        its.broker.set(order, OrderStatus.FILLED, "10");
        its.broker.unreadable(position("AAPL", "ten"));

        its.pass(MINUTE);

        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .doesNotContain(IncidentKind.POSITION_MISMATCH);
        assertThat(comparePositions.compare())
                .isInstanceOfSatisfying(
                        FetchResult.Complete.class,
                        complete -> assertThat(complete.toString()).contains("items=[]", "ten"));
    }

    @Test
    void cancel_all_of_ours_leaves_an_unreadable_order_of_others_alone_and_names_it() {
        Order order = its.submitted();
        its.broker.unreadable(OPTION_ORDER);

        CancelAllResult result = cancelAll.cancelAll(CancelScope.OURS);

        assertThat(its.broker.cancelAlls()).isZero();
        assertThat(its.broker.cancels()).containsExactly(order.brokerOrderId());
        assertThat(result.unreadable()).containsExactly(OPTION_ORDER);
    }

    @Test
    void cancel_all_with_external_orders_cancels_an_unreadable_one_by_its_broker_id() {
        its.broker.unreadable(OPTION_ORDER);

        CancelAllResult result = cancelAll.cancelAll(new CancelScope(null, null, true));

        assertThat(its.broker.cancels()).containsExactly(new BrokerOrderId("opt-1"));
        assertThat(result.external())
                .extracting(CancelAllResult.External::id)
                .containsExactly(new BrokerOrderId("opt-1"));
        assertThat(result.unreadable()).isEmpty();
    }

    @Test
    void reconcile_counts_unreadable_orders_and_differs_where_one_may_be_ours() {
        Order order = its.submitted();
        its.broker.unreadable(OPTION_ORDER);
        assertThat(reconciled().unreadable()).isEqualTo(1);
        assertThat(reconciled().differences()).isEmpty();

        its.broker.unreadable(ours(order));

        assertThat(reconciled().unreadable()).isEqualTo(2);
        assertThat(reconciled().differences())
                .singleElement()
                .isInstanceOf(ReconciliationBreak.Unreadable.class);
    }

    private Reconciliation reconciled() {
        InstanceTag tag = new InstanceTag("elsewhere");
        return ((FetchResult.Complete<Reconciliation>)
                        new Reconcile(its.repository, its.broker, tag).reconcile())
                .value();
    }

    private static UnreadableItem ours(Order order) {
        return order(String.valueOf(order.brokerOrderId()), order.clientOrderId().value(), "AAPL");
    }

    private static UnreadableItem order(String brokerId, String clientOrderId, String symbol) {
        return new UnreadableItem(
                Kind.ORDER,
                Cause.MALFORMED,
                brokerId,
                clientOrderId,
                symbol,
                "1",
                "a field is wrong",
                "{\"raw\":1}");
    }

    private static UnreadableItem position(String symbol, String quantity) {
        return new UnreadableItem(
                Kind.POSITION,
                Cause.UNSUPPORTED,
                "",
                "",
                symbol,
                quantity,
                "options are not traded here",
                "{\"raw\":1}");
    }
}
