package dev.lockstep.domain.usecase.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.FakeInspection;
import dev.lockstep.contracts.FakeLease;
import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.broker.StreamStatus;
import dev.lockstep.domain.port.maintenance.JournalSize;
import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.usecase.LoopFixture;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CheckHealthTest {
    private final LoopFixture its = new LoopFixture();
    private final FakeLease lease =
            new FakeLease(its.clock, its.repository, its.incidents, its.reports);
    private final InMemoryOrderRepository control = new InMemoryOrderRepository();
    private final FakeInspection inspection = new FakeInspection();
    private final CheckHealth checkHealth =
            new CheckHealth(
                    its.repository,
                    its.incidents,
                    its.reports,
                    lease,
                    control,
                    inspection,
                    its.clock,
                    Duration.ofMinutes(2));

    @Test
    void before_the_first_loop_nothing_is_vouched_for() {
        its.submitted();

        Health health = checkHealth.check();

        assertThat(health.healthy()).isFalse();
        assertThat(health.problems()).containsExactly("no trading loop has run yet");
        assertThat(health.owner()).isEmpty();
    }

    @Test
    void where_no_order_is_at_the_broker_nothing_is_missed_without_a_loop() {
        assertThat(checkHealth.check().healthy()).isTrue();

        Order order = its.submitted();
        its.broker.set(order, OrderStatus.FILLED, "10");
        new SyncOrders(its.repository, its.broker, its.sample.ids(), its.clock).sync();

        assertThat(checkHealth.check().problems()).isEmpty();
    }

    @Test
    void an_acknowledged_incident_is_no_problem_until_it_changes() {
        Incident open =
                its.incidents.open(
                        IncidentKind.POSITION_MISMATCH, "AAPL", "10, 12", its.clock.instant());
        assertThat(checkHealth.check().healthy()).isFalse();

        its.incidents.acknowledge(
                open.number(), new Acknowledgement("ann", "known", its.clock.instant()));
        assertThat(checkHealth.check().healthy()).isTrue();

        its.incidents.open(IncidentKind.POSITION_MISMATCH, "AAPL", "10, 14", its.clock.instant());
        assertThat(checkHealth.check().problems()).containsExactly("POSITION_MISMATCH AAPL");
    }

    @Test
    void a_fresh_sync_with_live_news_is_healthy_and_tells_its_age() {
        assertThat(lease.acquire("one", Duration.ofSeconds(6))).isPresent();
        its.loop.tick();
        its.clock.pass(Duration.ofSeconds(3));

        Health health = checkHealth.check();

        assertThat(health.healthy()).isTrue();
        assertThat(health.syncAge()).contains(Duration.ofSeconds(3));
        assertThat(health.owner()).map(held -> held.owner()).contains("one");
    }

    @Test
    void every_order_without_an_answer_is_counted_with_the_age_of_the_oldest() {
        its.loop.tick();
        its.broker.next(NextSubmit.LOSE_THE_REQUEST);
        its.submitted();
        its.clock.pass(Duration.ofSeconds(10));
        its.broker.next(NextSubmit.LOSE_THE_REQUEST);
        its.submitted();

        Health young = checkHealth.check();
        assertThat(young.unresolved()).isEqualTo(2);
        assertThat(young.oldestUnresolved()).contains(Duration.ofSeconds(10));
        assertThat(young.healthy()).isTrue();

        its.clock.pass(Duration.ofMinutes(2));
        assertThat(checkHealth.check().problems())
                .contains("an order has had no answer for 2m 10s");
    }

    @Test
    void a_late_sync_and_a_silent_stream_are_problems() {
        its.stream.set(StreamStatus.State.CONNECTING, its.clock.instant());
        its.loop.tick();
        assertThat(checkHealth.check().problems())
                .singleElement()
                .asString()
                .startsWith("live events have not arrived since");

        its.clock.pass(Duration.ofSeconds(15));
        assertThat(checkHealth.check().problems())
                .singleElement()
                .asString()
                .startsWith("no sync has succeeded since");
    }

    @Test
    void what_holds_trading_back_is_shown() {
        its.loop.tick();
        assertThat(checkHealth.check().riskRules().state()).isEqualTo(TradingState.ACTIVE);

        new ControlRisk(control, its.clock).halt("ann", "lunch");

        assertThat(checkHealth.check().riskRules().state()).isEqualTo(TradingState.HALTED);
        assertThat(checkHealth.check().healthy()).isTrue();
    }

    @Test
    void an_open_incident_is_a_problem_but_that_others_trade_too_is_not() {
        its.loop.tick();
        its.incidents.open(IncidentKind.EXTERNAL_ORDER, "b-1", "", its.clock.instant());
        assertThat(checkHealth.check().healthy()).isTrue();

        its.incidents.open(IncidentKind.POSITION_MISMATCH, "AAPL", "", its.clock.instant());
        assertThat(checkHealth.check().problems()).containsExactly("POSITION_MISMATCH AAPL");
        assertThat(checkHealth.check().openIncidents()).hasSize(2);
    }

    @Test
    void a_journal_beyond_its_bound_is_a_problem_with_its_cause() {
        its.loop.tick();
        inspection.set(new JournalSize(414L << 20, 64L << 20, "process 7 reads: end that read"));

        assertThat(checkHealth.check().problems())
                .containsExactly(
                        "the database's journal has 414 MB, more than 64: process 7 reads: end that"
                                + " read");
    }

    @Test
    void a_store_that_takes_no_new_orders_is_a_problem() {
        its.loop.tick();
        inspection.set(
                new StoreHealth.Halted(
                        RepositoryException.Reason.DISK_FULL,
                        "no room left; free some",
                        its.clock.instant()));

        assertThat(checkHealth.check().problems())
                .containsExactly(
                        "the store takes no new orders since 2026-01-05T14:30:00Z: no room left;"
                                + " free some");
    }
}
