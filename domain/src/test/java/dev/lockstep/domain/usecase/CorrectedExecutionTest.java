package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleFills;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.audit.Replay;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.port.broker.StreamedReport;
import dev.lockstep.domain.position.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the broker busts or corrects after the fact counts here as it does there. */
class CorrectedExecutionTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Duration MINUTES = Duration.ofMinutes(3);

    private final LoopFixture its = new LoopFixture();
    private final Order order = its.submitted();
    private final Fill first = SampleFills.fill("e-1", SampleOrders.brokerOrderId(order), "4", "4");
    private final Fill second =
            SampleFills.fill("e-2", SampleOrders.brokerOrderId(order), "6", "10");

    @Test
    void a_bust_of_the_stream_lowers_what_has_traded_and_is_an_incident() {
        traded();

        bustOfTheStream();

        assertThat(its.stored(order).cumQty()).isEqualTo(Quantity.of("4"));
        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(its.repository.holdings().of(AAPL)).isEqualTo(NetQuantity.of("4"));
        assertThat(its.fills.of(SampleOrders.brokerOrderId(order))).containsExactly(first);
        assertThat(new Replay(its.stored(order), its.repository.history(order.id())).differences())
                .isEmpty();
        assertThat(corrected())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.subject()).isEqualTo("e-2");
                    assertThat(incident.text())
                            .contains(
                                    "busted",
                                    order.id().value(),
                                    "6 at 189.125",
                                    "Check the position");
                });
    }

    @Test
    void a_bust_that_is_delivered_again_changes_nothing() {
        traded();
        bustOfTheStream();
        long version = its.stored(order).version();

        bustOfTheStream();
        its.history.add(bust());
        its.pass(MINUTES);

        assertThat(its.stored(order).version()).isEqualTo(version);
        assertThat(corrected()).hasSize(1);
    }

    @Test
    void a_bust_that_overtakes_its_execution_counts_after_the_next_sync() {
        its.broker.set(busted(OrderStatus.PARTIALLY_FILLED));
        report("partial_fill", first, null, at(OrderStatus.PARTIALLY_FILLED, "4", 1));
        report("trade_bust", null, bust(), busted(OrderStatus.PARTIALLY_FILLED));
        report("fill", second, null, at(OrderStatus.FILLED, "10", 2));
        its.broker.position(new Position(AAPL, NetQuantity.of("4")));
        its.history.add(first);

        its.pass(MINUTES);

        assertThat(its.stored(order).cumQty()).isEqualTo(Quantity.of("4"));
        assertThat(its.fills.of(SampleOrders.brokerOrderId(order))).containsExactly(first);
        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .doesNotContain(IncidentKind.FILL_MISMATCH, IncidentKind.POSITION_MISMATCH);
    }

    @Test
    void a_bust_that_only_the_history_lists_is_applied() {
        traded();
        its.broker.set(busted(OrderStatus.CANCELED));
        its.broker.position(new Position(AAPL, NetQuantity.of("4")));
        its.history.add(bust());

        its.pass(MINUTES);

        assertThat(its.stored(order).cumQty()).isEqualTo(Quantity.of("4"));
        assertThat(its.fills.of(SampleOrders.brokerOrderId(order))).containsExactly(first);
        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .containsExactly(IncidentKind.EXECUTION_CORRECTED);
    }

    @Test
    void an_execution_that_is_listed_no_more_is_found_through_the_position() {
        traded();
        its.pass(Duration.ofMinutes(40));
        its.broker.set(busted(OrderStatus.CANCELED));
        its.broker.position(new Position(AAPL, NetQuantity.of("4")));
        its.history.remove(second);

        its.pass(MINUTES);

        assertThat(its.stored(order).cumQty()).isEqualTo(Quantity.of("4"));
        assertThat(its.fills.of(SampleOrders.brokerOrderId(order))).containsExactly(first);
        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .containsExactly(IncidentKind.EXECUTION_CORRECTED);
    }

    @Test
    void an_open_order_of_which_less_has_traded_by_a_later_report_is_lowered_by_the_sync() {
        report("partial_fill", first, null, at(OrderStatus.PARTIALLY_FILLED, "4", 1));
        its.broker.set(at(OrderStatus.NEW, "0", 60));
        its.broker.noPositions();

        its.pass(MINUTES);

        assertThat(its.stored(order).cumQty()).isEqualTo(Quantity.ZERO);
        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.NEW);
        assertThat(its.fills.of(SampleOrders.brokerOrderId(order))).isEmpty();
        assertThat(corrected())
                .singleElement()
                .satisfies(incident -> assertThat(incident.subject()).isEqualTo("e-1"));
    }

    @Test
    void a_corrected_price_is_applied_to_the_execution_and_the_order() {
        traded();
        FillCorrection correction =
                new FillCorrection(
                        new ExecutionId("c-2"),
                        second.executionId(),
                        SampleOrders.brokerOrderId(order),
                        Quantity.of("6"),
                        Price.of("188.125"),
                        SampleOrders.START.plusSeconds(60),
                        "{}");
        BrokerOrder there =
                SampleOrders.atBroker(order, OrderStatus.FILLED, "10")
                        .changed(
                                OrderStatus.FILLED,
                                Quantity.of("10"),
                                Price.of("188.525"),
                                SampleOrders.START.plusSeconds(60));

        report("trade_correct", null, correction, there);

        assertThat(its.stored(order).avgPx()).isEqualTo(Price.of("188.525"));
        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(its.fills.of(SampleOrders.brokerOrderId(order)))
                .extracting(Fill::lastPx)
                .containsExactly(Price.of("189.125"), Price.of("188.125"));
        assertThat(corrected())
                .singleElement()
                .satisfies(incident ->
                        assertThat(incident.text())
                                .contains("corrected", "6 at 189.125", "count as 6 at 188.125"));
    }

    @Test
    void an_execution_that_is_listed_with_another_price_is_corrected() {
        traded();
        its.history.remove(second);
        its.history.add(
                new Fill(
                        second.executionId(),
                        second.brokerOrderId(),
                        AAPL,
                        second.side(),
                        second.lastQty(),
                        Price.of("188.125"),
                        second.cumQty(),
                        second.leavesQty(),
                        second.transactTime()));

        its.pass(MINUTES);

        assertThat(its.fills.of(SampleOrders.brokerOrderId(order)))
                .extracting(Fill::lastPx)
                .containsExactly(Price.of("189.125"), Price.of("188.125"));
        assertThat(corrected()).hasSize(1);
    }

    @Test
    void a_list_that_lags_behind_busts_nothing() {
        traded();
        its.history.remove(second);

        its.pass(Duration.ofMinutes(10));

        assertThat(its.fills.of(SampleOrders.brokerOrderId(order))).containsExactly(first, second);
        assertThat(its.stored(order).cumQty()).isEqualTo(Quantity.of("10"));
        assertThat(corrected()).isEmpty();
    }

    /** Both executions, by the stream and in the broker's books. */
    private void traded() {
        its.history.add(first);
        its.history.add(second);
        its.broker.set(order, OrderStatus.FILLED, "10");
        its.broker.position(new Position(AAPL, NetQuantity.of("10")));
        report("partial_fill", first, null, at(OrderStatus.PARTIALLY_FILLED, "4", 0));
        report("fill", second, null, its.broker.book(order.clientOrderId()));
        its.pass(Duration.ofSeconds(5));
        assertThat(its.openIncidents()).isEmpty();
    }

    private void bustOfTheStream() {
        its.broker.set(busted(OrderStatus.CANCELED));
        its.broker.position(new Position(AAPL, NetQuantity.of("4")));
        report("trade_bust", null, bust(), busted(OrderStatus.CANCELED));
    }

    private FillCorrection bust() {
        return FillCorrection.bust(
                new ExecutionId("c-1"),
                second.executionId(),
                SampleOrders.brokerOrderId(order),
                SampleOrders.START.plusSeconds(60),
                "{}");
    }

    private BrokerOrder busted(OrderStatus status) {
        return at(status, "4", 60);
    }

    private BrokerOrder at(OrderStatus status, String cumQty, long seconds) {
        Instant time = SampleOrders.START.plusSeconds(seconds);
        BrokerOrder there = SampleOrders.atBroker(order, status, cumQty);
        return there.changed(status, there.cumQty(), there.avgPx(), time);
    }

    private void report(
            String event,
            @Nullable Fill fill,
            @Nullable FillCorrection correction,
            BrokerOrder there) {
        its.loop
                .listener()
                .reports(
                        List.of(
                                new StreamedReport(
                                        event,
                                        null,
                                        fill,
                                        correction,
                                        there,
                                        Evidence.local("test"))));
    }

    private List<Incident> corrected() {
        return its.openIncidents().stream()
                .filter(incident -> incident.kind() == IncidentKind.EXECUTION_CORRECTED)
                .toList();
    }
}
