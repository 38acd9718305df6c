package dev.lockstep.domain.usecase.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.FakeStream;
import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.account.AccountRestriction;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.broker.StreamStatus;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.LoopReport.GoodSync;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.LoopFixture;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
                .report(
                        FakeStream.report(
                                SampleOrders.atBroker(order, OrderStatus.PARTIALLY_FILLED, "4")));

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
                .report(FakeStream.report(SampleOrders.atBroker(order, OrderStatus.FILLED, "10")));
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
                    assertThat(incident.text()).contains(order.createdAt().toString());
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
    void an_external_order_is_an_incident_at_the_second_check_and_never_taken_over() {
        BrokerOrder foreign =
                SampleOrders.atBroker(
                        new SampleOrders(new InstanceTag("other")).intent(), OrderStatus.NEW, "0");
        its.broker.foreign(foreign);

        its.loop.tick();
        assertThat(its.openIncidents()).isEmpty();
        its.pass(MINUTE);

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.EXTERNAL_ORDER);
                    assertThat(incident.text()).startsWith("1 open order was not sent");
                });
        assertThat(its.repository.byBrokerOrderId(foreign.brokerOrderId())).isEmpty();
    }

    @Test
    void an_account_that_may_not_trade_is_an_incident_until_it_may() {
        its.broker.restricted(
                Set.of(AccountRestriction.TRADING_BLOCKED, AccountRestriction.PATTERN_DAY_TRADER));
        its.loop.tick();

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.ACCOUNT_RESTRICTED);
                    assertThat(incident.text())
                            .isEqualTo(AccountRestriction.TRADING_BLOCKED.text());
                });

        its.broker.restricted(Set.of(AccountRestriction.PATTERN_DAY_TRADER));
        its.pass(MINUTE);

        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void very_many_external_orders_are_one_incident_that_is_not_written_again() {
        SampleOrders others = new SampleOrders(new InstanceTag("other"));
        for (int i = 0; i < 1_500; i++) {
            its.broker.foreign(SampleOrders.atBroker(others.intent(), OrderStatus.NEW, "0"));
        }

        its.pass(MINUTE);

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.text()).startsWith("1500 open orders"));
    }

    @Test
    void an_order_of_others_that_has_ended_is_no_incident() {
        for (int i = 0; i < 25; i++) {
            its.broker.hide(its.submitted());
        }
        its.broker.foreign(SampleOrders.atBroker(its.sample.intent(), OrderStatus.CANCELED, "0"));

        its.pass(MINUTE);

        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .doesNotContain(IncidentKind.EXTERNAL_ORDER);
    }

    @Test
    void an_order_that_the_broker_does_not_show_any_more_is_told_and_left_as_it_is() {
        Order order = its.submitted();
        its.broker.forget(order);

        its.loop.tick();

        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .containsExactly(IncidentKind.ORDER_MISSING);
        assertThat(its.stored(order)).isEqualTo(order);
    }

    @Test
    void a_position_that_differs_in_two_looks_is_told_with_both_numbers_and_nothing_is_corrected() {
        Order order = filled(its.submitted());
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("12")));

        its.loop.tick();
        assertThat(its.openIncidents()).isEmpty();
        its.pass(MINUTE);

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.POSITION_MISMATCH);
                    assertThat(incident.text())
                            .startsWith("10 by our orders, 12 at the broker; possible causes");
                });
        assertThat(its.stored(order).cumQty()).isEqualTo(Quantity.of("10"));
        assertThat(its.broker.sends()).hasSize(1);
    }

    @Test
    void a_position_that_differs_by_a_booked_split_is_no_incident() {
        filled(its.submitted());
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("40")));
        its.history.add(
                SampleAdjustments.of(
                        "s-1", AdjustmentKind.SPLIT, "AAPL", "30", "0", null, its.clock.instant()));

        its.pass(MINUTE.multipliedBy(2));

        assertThat(its.openIncidents()).isEmpty();
        assertThat(its.repository.holdings().of(new Symbol("AAPL")))
                .isEqualTo(NetQuantity.of("40"));
    }

    @Test
    void an_adjustment_that_cannot_be_read_is_an_incident_until_it_is_read() {
        its.history.add(unreadable("i-1"));
        its.history.add(SampleAdjustments.of("i-2", AdjustmentKind.INTEREST, null, "0", "-1"));

        its.pass(MINUTE.multipliedBy(2));

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.UNREADABLE_AT_BROKER);
                    assertThat(incident.subject()).isEqualTo("activity i-1");
                    assertThat(incident.text()).contains("cannot be read: qty", "{}");
                });
        assertThat(its.repository.adjustments().list(AdjustmentQuery.all())).hasSize(2);

        its.history.clear();
        its.history.add(SampleAdjustments.of("i-1", AdjustmentKind.INTEREST, null, "0", "-1"));
        its.pass(MINUTE.multipliedBy(2));
        assertThat(its.openIncidents()).isEmpty();
    }

    private static Adjustment unreadable(String id) {
        Adjustment each = SampleAdjustments.of(id, AdjustmentKind.OTHER, null, "0", "0");
        return new Adjustment(
                each.id(),
                each.kind(),
                Adjustment.UNREADABLE,
                null,
                each.quantity(),
                each.cash(),
                null,
                null,
                "cannot be read: qty",
                each.at(),
                "{}");
    }

    @Test
    void positions_that_could_not_be_fetched_neither_open_nor_close_anything() {
        filled(its.submitted());
        its.pass(MINUTE);
        assertThat(its.openIncidents()).hasSize(1);

        its.broker.down(true);
        its.pass(MINUTE);
        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .containsExactly(IncidentKind.POSITION_MISMATCH);

        its.broker.down(false);
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));
        its.pass(MINUTE);
        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void a_position_closed_elsewhere_leaves_its_entry_filled_and_names_the_exits_still_working() {
        Order entry = filled(its.submitted());
        Order exit = its.submitOrder.submit(stop(Side.SELL)).order();
        its.broker.set(exit, OrderStatus.NEW, "0");

        its.pass(MINUTE);

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.text()).startsWith("10 by our orders, 0 at");
                    assertThat(incident.text()).contains("keep working: " + exit.id());
                });
        assertThat(its.stored(entry).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void a_refused_stop_is_told_at_once_until_another_one_works() {
        filled(its.submitted());
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));
        its.loop.tick();
        its.broker.next(NextSubmit.REFUSE);
        Order refused = its.submitOrder.submit(stop(Side.SELL)).order();

        its.pass(Duration.ofSeconds(2));
        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.UNPROTECTED_POSITION);
                    assertThat(incident.subject()).isEqualTo("AAPL");
                    assertThat(incident.text())
                            .contains(refused.id().value())
                            .contains("insufficient buying power");
                });

        its.submitOrder.submit(stop(Side.SELL));
        its.pass(Duration.ofSeconds(2));
        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void a_stop_that_was_taken_and_is_rejected_later_is_told_too() {
        filled(its.submitted());
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));
        Order stop = its.submitOrder.submit(stop(Side.SELL)).order();
        its.loop.tick();
        assertThat(its.openIncidents()).isEmpty();

        its.broker.set(stop, OrderStatus.REJECTED, "0");
        its.pass(Duration.ofSeconds(10));

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.UNPROTECTED_POSITION);
                    assertThat(incident.text())
                            .contains(
                                    "order " + stop.id() + ", is rejected: rejected by the broker");
                });
    }

    @Test
    void a_refused_stop_on_the_entry_side_protects_nothing_and_is_no_incident() {
        filled(its.submitted());
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));
        its.broker.next(NextSubmit.REFUSE);
        its.submitOrder.submit(stop(Side.BUY));

        its.pass(MINUTE);

        assertThat(its.openIncidents()).isEmpty();
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

    private Order filled(Order order) {
        its.broker.set(order, OrderStatus.FILLED, "10");
        its.loop.listener().report(FakeStream.report(its.broker.book(order.clientOrderId())));
        return its.stored(order);
    }

    private static NewOrder stop(Side side) {
        return new NewOrder(
                new Symbol("AAPL"),
                side,
                Quantity.of("10"),
                new OrderType.Stop(Price.of("150")),
                TimeInForce.GTC);
    }
}
