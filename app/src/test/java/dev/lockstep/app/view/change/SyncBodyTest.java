package dev.lockstep.app.view.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.usecase.adjust.FetchedAdjustments;
import dev.lockstep.domain.usecase.executions.FetchFills;
import dev.lockstep.domain.usecase.recover.Resolution;
import dev.lockstep.domain.usecase.sync.SyncResult;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The JSON of a sync, field by field. */
class SyncBodyTest {
    private static final UnreadableItem UNREADABLE =
            new UnreadableItem(
                    UnreadableItem.Kind.ORDER,
                    UnreadableItem.Cause.MALFORMED,
                    "b-9",
                    "",
                    "AAPL",
                    "1",
                    "no side",
                    "{}");

    private final Order order = new SampleOrders().intent();
    private final SyncResult.Completed completed =
            new SyncResult.Completed(
                    Instant.parse("2026-01-05T14:30:00Z"),
                    List.of(),
                    4,
                    List.of(SampleOrders.atBroker(order, OrderStatus.NEW, "0")),
                    List.of(
                            new UpdateOutcome.NotFound(
                                    new OrderId("019b8ea2-c000-7000-8000-000000000001"))),
                    List.of(),
                    List.of(UNREADABLE),
                    List.of());

    @Test
    void executions_and_adjustments_are_counted() {
        assertThat(
                        BodyTree.of(
                                SyncBody.of(
                                        new Resolution(List.of(), List.of()),
                                        completed,
                                        new FetchResult.Complete<>(
                                                new FetchFills.Executions(
                                                        List.of(), List.of(), 2, List.of())),
                                        new FetchResult.Complete<>(
                                                new FetchedAdjustments(
                                                        3, List.of(UNREADABLE), Set.of())))))
                .hasToString(
                        """
                        {"at":"2026-01-05T14:30:00Z","changed":[],"unchanged":4,"settled":[],\
                        "unresolved":[],"external":["b-019b8e90-9abb-7000-a3cb-e1e459320dd7"],\
                        "refused":["019b8ea2-c000-7000-8000-000000000001: missing in the database"],\
                        "missing":[],"unreadable":[{"kind":"order","brokerId":"b-9","clientOrderId":"",\
                        "symbol":"AAPL","qty":"1",\
                        "text":"order b-9 in AAPL, quantity 1, cannot be read: no side","raw":"{}"}],\
                        "newExecutions":2,"executionsFault":null,"newAdjustments":3,\
                        "adjustmentsFault":null,"unreadableAdjustments":[{"kind":"order",\
                        "brokerId":"b-9","clientOrderId":"","symbol":"AAPL","qty":"1",\
                        "text":"order b-9 in AAPL, quantity 1, cannot be read: no side","raw":"{}"}]}\
                        """);
    }

    @Test
    void each_order_that_could_not_be_changed_is_named_with_the_reason() {
        OrderId id = order.id();
        SyncResult.Completed refused =
                new SyncResult.Completed(
                        completed.at(),
                        List.of(),
                        0,
                        List.of(),
                        List.of(
                                new UpdateOutcome.Refused(id, "it is filled"),
                                new UpdateOutcome.RolledBack(id)),
                        List.of(),
                        List.of(),
                        List.of());
        FetchResult.Complete<FetchFills.Executions> executions =
                new FetchResult.Complete<>(
                        new FetchFills.Executions(List.of(), List.of(), 0, List.of()));

        assertThat(
                        SyncBody.of(
                                        new Resolution(List.of(), List.of()),
                                        refused,
                                        executions,
                                        new FetchResult.Complete<>(
                                                new FetchedAdjustments(0, List.of(), Set.of())))
                                .refused())
                .containsExactly(id + ": it is filled", id + ": rolled back");
    }

    @Test
    void a_fault_is_in_place_of_a_count() {
        BrokerFault fault =
                new BrokerFault(
                        BrokerFault.Kind.RATE_LIMITED, "too many requests", Evidence.local("test"));

        assertThat(
                        BodyTree.of(
                                SyncBody.of(
                                        new Resolution(List.of(), List.of()),
                                        completed,
                                        new FetchResult.Failed<>(fault),
                                        new FetchResult.Failed<>(fault))))
                .hasToString(
                        """
                        {"at":"2026-01-05T14:30:00Z","changed":[],"unchanged":4,"settled":[],\
                        "unresolved":[],"external":["b-019b8e90-9abb-7000-a3cb-e1e459320dd7"],\
                        "refused":["019b8ea2-c000-7000-8000-000000000001: missing in the database"],\
                        "missing":[],"unreadable":[{"kind":"order","brokerId":"b-9","clientOrderId":"",\
                        "symbol":"AAPL","qty":"1",\
                        "text":"order b-9 in AAPL, quantity 1, cannot be read: no side","raw":"{}"}],\
                        "newExecutions":null,\
                        "executionsFault":"broker: rate limited: too many requests",\
                        "newAdjustments":null,\
                        "adjustmentsFault":"broker: rate limited: too many requests",\
                        "unreadableAdjustments":[]}\
                        """);
    }
}
