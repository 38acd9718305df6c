package dev.lockstep.domain.usecase.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.FakeStream;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.port.broker.StreamStatus;
import dev.lockstep.domain.port.store.LoopReport.GoodSync;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.LoopFixture;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The loop: syncs in time and after gaps, stores live updates, and resolves what is unanswered. */
class TradingLoopTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LoopFixture its = new LoopFixture();

    @Test
    void the_first_tick_does_everything_and_the_next_ones_what_is_due() {
        its.loop.tick();
        its.loop.tick();
        assertThat(its.events(LoopEvent.Synced.class)).hasSize(1);

        its.pass(MINUTE);

        assertThat(its.events(LoopEvent.Synced.class)).hasSize(1 + 12);
    }

    @Test
    void slow_look_ups_of_many_unanswered_orders_do_not_keep_the_sync_waiting() {
        for (int number = 0; number < 20; number++) {
            its.broker.next(NextSubmit.LOSE_THE_REQUEST);
            its.submitted();
        }
        its.loop.tick();
        its.broker.failFinds(true);
        Set<ClientOrderId> lookedUp = new HashSet<>();
        its.broker.onFind(id -> {
            lookedUp.add(id);
            its.clock.pass(Duration.ofSeconds(4));
            assertThat(its.reports.last().orElseThrow().fresh(its.clock.instant())).isTrue();
        });

        its.pass(MINUTE);

        assertThat(lookedUp).hasSize(20);
    }

    @Test
    void every_good_sync_is_reported_with_its_time_and_owner_for_every_process_to_see() {
        Order order = its.submitted();
        its.broker.set(order, OrderStatus.FILLED, "10");
        its.stream.set(StreamStatus.State.CONNECTING, SampleOrders.START);

        its.loop.tick();

        assertThat(its.reports.last().orElseThrow())
                .satisfies(report -> {
                    assertThat(report.owner()).isEqualTo("test");
                    assertThat(report.goodSync())
                            .isEqualTo(new GoodSync(SampleOrders.START, Duration.ZERO, 1));
                    assertThat(report.fresh(SampleOrders.START.plusSeconds(14))).isTrue();
                    assertThat(report.fresh(SampleOrders.START.plusSeconds(15))).isFalse();
                    assertThat(report.stream()).isEqualTo(StreamStatus.State.CONNECTING);
                });
    }

    @Test
    void a_sync_that_fails_changes_no_order_and_leaves_the_last_good_one_visible() {
        Order order = its.submitted();
        its.loop.tick();
        Instant good = its.clock.instant();
        its.broker.set(order, OrderStatus.FILLED, "10");
        its.broker.listsDown(true);

        its.pass(MINUTE);

        assertThat(its.stored(order)).isEqualTo(order);
        assertThat(its.reports.last().orElseThrow())
                .satisfies(report -> {
                    assertThat(report.goodSync()).isNotNull();
                    assertThat(report.goodSync().at()).isEqualTo(good);
                    assertThat(report.trouble()).isEqualTo("the fake broker is down");
                    assertThat(report.fresh(its.clock.instant())).isFalse();
                });
        assertThat(its.events(LoopEvent.SyncFailed.class)).hasSize(12);
    }

    @Test
    void a_gap_in_the_live_news_makes_a_sync_due_at_once_and_a_flood_of_gaps_one_each_second() {
        its.loop.tick();
        Order order = its.submitted();
        its.broker.set(order, OrderStatus.FILLED, "10");

        its.loop.listener().eventsMayBeMissing("connected");
        its.pass(Duration.ofSeconds(1));
        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.FILLED);

        for (int gap = 0; gap < 100; gap++) {
            its.loop.listener().eventsMayBeMissing("again");
            its.loop.tick();
        }
        assertThat(its.events(LoopEvent.Synced.class)).hasSize(2);
    }

    @Test
    void live_news_is_stored_as_it_comes() {
        Order order = its.submitted();

        its.loop
                .listener()
                .reports(
                        List.of(
                                FakeStream.report(
                                        SampleOrders.atBroker(
                                                order, OrderStatus.PARTIALLY_FILLED, "4"))));

        assertThat(its.stored(order).cumQty()).isEqualTo(Quantity.of("4"));
        assertThat(its.events(LoopEvent.OrderChanged.class))
                .extracting(LoopEvent.OrderChanged::source)
                .containsExactly(LoopEvent.Source.STREAM);
    }

    @Test
    void live_news_that_could_not_be_stored_is_made_good_by_the_next_sync() {
        its.loop.tick();
        Order order = its.submitted();
        its.broker.set(order, OrderStatus.FILLED, "10");
        its.repository.failUpdates(true);
        its.loop
                .listener()
                .reports(
                        List.of(
                                FakeStream.report(
                                        SampleOrders.atBroker(order, OrderStatus.FILLED, "10"))));
        its.repository.failUpdates(false);

        its.pass(Duration.ofSeconds(1));

        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void an_order_without_an_answer_is_asked_about_after_five_seconds_and_adopted() {
        its.broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        its.broker.listsDown(true);
        Order order = its.submitted();

        its.pass(Duration.ofSeconds(4));
        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.UNKNOWN);
        its.pass(Duration.ofSeconds(3));

        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(its.broker.sends()).hasSize(1);
    }

    @Test
    void an_order_that_stays_without_an_answer_becomes_an_incident_with_its_age_and_then_settles() {
        its.broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        its.broker.down(true);
        Order order = its.submitted();

        its.pass(Duration.ofMinutes(2));
        assertThat(its.openIncidents()).isEmpty();
        its.pass(Duration.ofSeconds(4));
        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.ORDER_UNRESOLVED);
                    assertThat(incident.subject()).isEqualTo(order.id().value());
                    assertThat(incident.text()).contains(ShownValue.seconds(order.createdAt()));
                });

        its.broker.down(false);
        its.pass(Duration.ofSeconds(2));
        assertThat(its.openIncidents()).isEmpty();
        assertThat(its.broker.sends()).hasSize(1);
    }

    @Test
    void a_cancel_that_is_never_confirmed_is_sent_again_after_growing_gaps_and_never_assumed() {
        Order order = its.submitted();
        its.cancelOrder.cancel(order.id());

        its.pass(Duration.ofSeconds(14));
        assertThat(its.broker.cancels()).hasSize(1);
        its.pass(Duration.ofSeconds(4));
        assertThat(its.broker.cancels()).hasSize(2);
        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        its.pass(Duration.ofSeconds(32));
        assertThat(its.broker.cancels()).hasSize(3);

        its.broker.set(order, OrderStatus.FILLED, "10");
        its.pass(MINUTE);
        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(its.broker.cancels()).hasSize(3);
    }

    @Test
    void a_store_that_fails_makes_a_job_fail_and_the_loop_goes_on() {
        Order order = its.submitted();
        its.broker.set(order, OrderStatus.FILLED, "10");
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));
        its.repository.failUpdates(true);
        its.loop.tick();
        assertThat(its.events(LoopEvent.JobFailed.class))
                .extracting(LoopEvent.JobFailed::job)
                .containsExactly("sync");

        its.repository.failUpdates(false);
        its.pass(Duration.ofSeconds(5));

        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void a_loop_that_another_process_took_over_ends() {
        Order order = its.submitted();
        its.broker.set(order, OrderStatus.FILLED, "10");
        its.repository.onUpdate(() -> {
            throw new RepositoryException(RepositoryException.Reason.FENCED, "taken over");
        });

        assertThatThrownBy(its.loop::tick)
                .isInstanceOf(RepositoryException.class)
                .hasMessage("taken over");
        assertThat(its.reports.last()).isEmpty();
    }
}
