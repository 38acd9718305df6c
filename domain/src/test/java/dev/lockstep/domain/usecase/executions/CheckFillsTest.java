package dev.lockstep.domain.usecase.executions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeStream;
import dev.lockstep.contracts.SampleFills;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.broker.StreamedReport;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.LoopFixture;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No execution stays unknown, however late it is told of, and whatever was told before it. */
class CheckFillsTest {
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LoopFixture its = new LoopFixture();

    @Test
    void executions_of_hours_without_a_loop_are_fetched_though_live_news_was_first() {
        Order order = its.submitted();
        its.loop.tick();
        Fill alone = at(its.clock.instant().plusSeconds(60), "e-1", order, "4", "4");
        inTheBooks(alone);
        its.clock.pass(Duration.ofHours(9));
        Fill live = at(its.clock.instant(), "e-2", order, "6", "10");
        inTheBooks(live);
        reported(live, order);

        its.pass(LOOK);

        assertThat(its.fills.of(SampleOrders.brokerOrderId(order))).containsExactly(alone, live);
    }

    @Test
    void an_execution_that_the_books_tell_of_late_is_found() {
        Order order = its.submitted();
        Fill prompt = at(its.clock.instant(), "e-1", order, "4", "4");
        inTheBooks(prompt);
        its.pass(Duration.ofMinutes(20));
        assertThat(its.fills.of(SampleOrders.brokerOrderId(order))).containsExactly(prompt);

        Instant quarterAnHourAgo = its.clock.instant().minus(Duration.ofMinutes(15));
        Fill late = at(quarterAnHourAgo, "e-2", order, "6", "10");
        inTheBooks(late);
        its.pass(Duration.ofMinutes(16));

        assertThat(its.fills.of(SampleOrders.brokerOrderId(order))).containsExactly(prompt, late);
    }

    @Test
    void while_executions_do_not_add_up_the_books_are_soon_read_further_back() {
        Order order = its.submitted();
        its.broker.set(order, OrderStatus.FILLED, "10");
        Instant traded = its.clock.instant();
        inTheBooks(at(traded, "e-1", order, "4", "4"));
        its.pass(Duration.ofMinutes(10));
        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .contains(IncidentKind.FILL_MISMATCH);

        inTheBooks(at(traded, "e-2", order, "6", "10"));
        its.pass(Duration.ofMinutes(3));

        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .doesNotContain(IncidentKind.FILL_MISMATCH);
    }

    @Test
    void the_books_are_read_from_where_the_process_before_came_to() {
        its.fills.completeUntil(SampleOrders.START.minus(Duration.ofDays(2)));
        Order order = its.submitted();
        Fill since = at(SampleOrders.START.minus(Duration.ofDays(1)), "e-1", order, "4", "4");
        Fill before = at(SampleOrders.START.minus(Duration.ofDays(3)), "e-0", order, "1", "1");
        inTheBooks(since);
        inTheBooks(before);

        its.loop.tick();

        assertThat(its.fills.of(SampleOrders.brokerOrderId(order))).containsExactly(since);
    }

    @Test
    void executions_are_found_after_the_clock_was_set_forward_and_back() {
        its.fills.completeUntil(SampleOrders.START.plus(Duration.ofHours(2)));
        Order order = its.submitted();
        Fill traded = at(its.clock.instant(), "e-1", order, "4", "4");
        inTheBooks(traded);

        its.loop.tick();

        assertThat(its.fills.of(SampleOrders.brokerOrderId(order))).containsExactly(traded);
    }

    @Test
    void executions_are_found_while_the_clock_is_ahead() {
        Order order = its.submitted();
        Fill first = at(its.clock.instant(), "e-1", order, "4", "4");
        inTheBooks(first);
        its.pass(MINUTE);
        its.clock.step(Duration.ofHours(1));
        its.pass(MINUTE.multipliedBy(2));
        Fill second = at(its.clock.instant().minus(Duration.ofHours(1)), "e-2", order, "6", "10");
        inTheBooks(second);

        its.pass(MINUTE.multipliedBy(5));

        assertThat(its.fills.of(SampleOrders.brokerOrderId(order))).containsExactly(first, second);
    }

    @Test
    void every_execution_is_kept_once_whether_the_stream_or_the_books_tell_of_it() {
        Order order = its.submitted();
        Fill first = SampleFills.fill("e-1", SampleOrders.brokerOrderId(order), "4", "4");
        Fill second = SampleFills.fill("e-2", SampleOrders.brokerOrderId(order), "6", "10");
        inTheBooks(first);
        inTheBooks(second);
        its.loop
                .listener()
                .reports(
                        List.of(
                                new StreamedReport(
                                        "partial_fill",
                                        first.executionId(),
                                        first,
                                        SampleOrders.atBroker(
                                                order, OrderStatus.PARTIALLY_FILLED, "4"),
                                        Evidence.local("test"))));
        its.broker.set(order, OrderStatus.FILLED, "10");
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));

        its.pass(MINUTE.multipliedBy(2));

        assertThat(its.fills.of(SampleOrders.brokerOrderId(order))).containsExactly(first, second);
        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void executions_that_do_not_add_up_in_two_looks_are_told_with_both_numbers_until_they_do() {
        Order order = filled(its.submitted());
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));
        inTheBooks(SampleFills.fill("e-1", SampleOrders.brokerOrderId(order), "4", "4"));

        its.loop.tick();
        assertThat(its.openIncidents()).isEmpty();
        its.pass(MINUTE);
        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.FILL_MISMATCH);
                    assertThat(incident.subject()).isEqualTo(order.id().value());
                    assertThat(incident.text()).contains("add up to 4").contains("traded 10");
                });

        inTheBooks(SampleFills.fill("e-2", SampleOrders.brokerOrderId(order), "6", "10"));
        its.pass(MINUTE);
        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void executions_that_could_not_be_fetched_decide_nothing() {
        Order order = filled(its.submitted());
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));
        inTheBooks(SampleFills.fill("e-1", SampleOrders.brokerOrderId(order), "4", "4"));
        its.history.down(true);

        its.pass(MINUTE);

        assertThat(its.openIncidents()).isEmpty();
        assertThat(its.events(LoopEvent.JobFailed.class))
                .extracting(LoopEvent.JobFailed::job)
                .containsOnly("position check", "fills check");
    }

    @Test
    void a_look_far_back_that_failed_is_made_up_for() {
        Order order = its.submitted();
        Instant stopped = SampleOrders.START.minus(Duration.ofHours(2));
        its.fills.completeUntil(stopped);
        Fill late = at(stopped.minus(Duration.ofMinutes(10)), "e-1", order, "4", "4");
        inTheBooks(late);
        its.history.down(true);
        its.loop.tick();

        its.history.down(false);
        its.pass(LOOK);

        assertThat(its.fills.of(SampleOrders.brokerOrderId(order))).containsExactly(late);
    }

    private void reported(Fill fill, Order order) {
        its.loop
                .listener()
                .reports(
                        List.of(
                                new StreamedReport(
                                        "fill",
                                        fill.executionId(),
                                        fill,
                                        SampleOrders.atBroker(order, OrderStatus.FILLED, "10"),
                                        Evidence.local("test"))));
    }

    private void inTheBooks(Fill fill) {
        its.history.add(fill);
    }

    private Order filled(Order order) {
        its.broker.set(order, OrderStatus.FILLED, "10");
        its.loop
                .listener()
                .reports(List.of(FakeStream.report(its.broker.book(order.clientOrderId()))));
        return its.stored(order);
    }

    private static Fill at(Instant time, String id, Order order, String lastQty, String cumQty) {
        Fill fill = SampleFills.fill(id, SampleOrders.brokerOrderId(order), lastQty, cumQty);
        return new Fill(
                fill.executionId(),
                fill.brokerOrderId(),
                fill.symbol(),
                fill.side(),
                fill.lastQty(),
                fill.lastPx(),
                fill.cumQty(),
                fill.leavesQty(),
                time);
    }
}
