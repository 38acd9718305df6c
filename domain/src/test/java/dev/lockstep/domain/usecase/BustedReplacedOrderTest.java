package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleFills;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.domain.audit.Replay;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
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
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.domain.usecase.replace.ReplaceRequest;
import dev.lockstep.domain.usecase.report.MeasureProfit;
import dev.lockstep.domain.usecase.submit.ReplaceResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An order traded 4, its replacement counts them and trades 5; then the 4 are busted. */
class BustedReplacedOrderTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Duration MINUTES = Duration.ofMinutes(4);
    private static final Price PRICE = Price.of("189.125");

    private final LoopFixture its = new LoopFixture();
    private final Order order = its.submitted();
    private final Fill first = SampleFills.fill("e-1", SampleOrders.brokerOrderId(order), "4", "4");
    private final Order next = replaced();
    private final Fill second = fillOfNext("9");

    @Test
    void what_the_replacement_traded_itself_counts_after_a_bust_of_the_order_before_it() {
        nextHas("9");

        bust();

        assertThat(its.stored(order).cumQty()).isEqualTo(Quantity.ZERO);
        assertCounted();
        its.pass(MINUTES);
        assertCounted();
        assertThat(new Replay(its.stored(order), its.repository.history(order.id())).differences())
                .isEmpty();
        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .containsExactly(IncidentKind.EXECUTION_CORRECTED);
    }

    @Test
    void a_bust_that_the_broker_takes_out_of_the_replacement_too_is_found_by_its_executions() {
        nextHas("9");
        bust();

        its.broker.set(nextAt("5"));
        its.pass(MINUTES);

        assertThat(its.stored(next).cumQty()).isEqualTo(Quantity.of("5"));
        assertCounted();
        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .containsExactly(IncidentKind.EXECUTION_CORRECTED);
    }

    @Test
    void a_replacement_into_which_nothing_was_carried_is_found_by_its_executions() {
        its.broker.noPositions();
        its.broker.position(new Position(AAPL, NetQuantity.of("9")));
        nextHas("5");

        its.pass(MINUTES);

        assertThat(its.repository.holdings().of(AAPL)).isEqualTo(NetQuantity.of("9"));
        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .doesNotContain(IncidentKind.POSITION_MISMATCH, IncidentKind.FILL_MISMATCH);
    }

    @Test
    void executions_that_are_listed_late_change_nothing_of_what_is_carried() {
        its.history.remove(second);
        its.broker.position(new Position(AAPL, NetQuantity.of("9")));
        its.broker.set(nextAt("9"));

        its.pass(MINUTES);

        assertThat(its.repository.holdings().of(AAPL)).isEqualTo(NetQuantity.of("9"));
        assertThat(its.stored(order).state().carried()).isNull();
    }

    private void assertCounted() {
        assertThat(its.repository.holdings().of(AAPL)).isEqualTo(NetQuantity.of("5"));
        assertThat(new HoldingsByStrategy(its.repository).of(AAPL).total())
                .isEqualTo(NetQuantity.of("5"));
        assertThat(new MeasureProfit(its.repository).measure().of(AAPL).cost())
                .isEqualTo(PRICE.times(Quantity.of("5")));
        assertThat(new MeasureProfit(its.repository).measure().of(AAPL).realized())
                .isEqualTo(Money.ZERO);
    }

    private Order replaced() {
        its.history.add(first);
        its.broker.set(order, OrderStatus.PARTIALLY_FILLED, "4");
        report("partial_fill", first, null, its.broker.book(order.clientOrderId()));
        ReplaceResult result =
                SampleUseCases.replaceOrder(its.repository, its.broker, its.sample.ids(), its.clock)
                        .replace(
                                order.id(),
                                new ReplaceRequest(Quantity.of("12"), null, null, null, null));
        its.broker.position(new Position(AAPL, NetQuantity.of("4")));
        its.pass(Duration.ofSeconds(10));
        return its.stored(((ReplaceResult.Sent) result).order());
    }

    private Fill fillOfNext(String cumQty) {
        BrokerOrder there = its.broker.book(next.clientOrderId());
        Fill fill = SampleFills.fill("e-2", there.brokerOrderId(), "5", cumQty);
        its.history.add(fill);
        return fill;
    }

    /** The replacement trades 5; the broker says that it has filled so much. */
    private void nextHas(String cumQty) {
        its.broker.set(nextAt(cumQty));
        report("partial_fill", second, null, nextAt(cumQty));
    }

    private BrokerOrder nextAt(String cumQty) {
        return its.broker
                .book(next.clientOrderId())
                .changed(
                        OrderStatus.PARTIALLY_FILLED,
                        Quantity.of(cumQty),
                        PRICE,
                        its.clock.instant());
    }

    private void bust() {
        Instant at = its.clock.instant();
        BrokerOrder there =
                its.broker
                        .book(order.clientOrderId())
                        .changed(OrderStatus.REPLACED, Quantity.ZERO, null, at);
        its.broker.set(there);
        its.broker.noPositions();
        its.broker.position(new Position(AAPL, NetQuantity.of("5")));
        report(
                "trade_bust",
                null,
                FillCorrection.bust(
                        new ExecutionId("c-1"),
                        first.executionId(),
                        SampleOrders.brokerOrderId(order),
                        at,
                        "{}"),
                there);
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
}
