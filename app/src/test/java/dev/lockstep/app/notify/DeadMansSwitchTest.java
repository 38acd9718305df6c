package dev.lockstep.app.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeInspection;
import dev.lockstep.contracts.FakeLease;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.memory.InMemoryIncidents;
import dev.lockstep.domain.memory.InMemoryLoopReports;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.OutboxPosition;
import dev.lockstep.domain.port.broker.StreamStatus;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.usecase.report.CheckHealth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the dead man's switch is reached, and when a failing channel is an incident. */
class DeadMansSwitchTest {
    private final TestClock clock = new TestClock();
    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final InMemoryIncidents incidents = new InMemoryIncidents();
    private final InMemoryLoopReports reports = new InMemoryLoopReports();
    private final List<String> said = new ArrayList<>();
    private DeliveryResult answer = new DeliveryResult.Delivered();
    private int pings;

    @Test
    void it_is_reached_only_while_the_loop_is_fresh_and_nothing_is_wrong() {
        DeadMansSwitch pinging = pinging();
        pinging.run();
        assertThat(pings).as("no loop yet").isZero();

        fresh();
        pinging.run();
        assertThat(pings).isEqualTo(1);

        incidents.open(IncidentKind.POSITION_MISMATCH, "AAPL", "10, 12", clock.instant());
        pinging.run();
        assertThat(pings).isEqualTo(1);

        incidents.close(IncidentKind.POSITION_MISMATCH, "AAPL", "equal", clock.instant());
        clock.pass(Duration.ofHours(1));
        pinging.run();
        assertThat(pings).as("the loop is stale").isEqualTo(1);
    }

    @Test
    void a_service_that_is_away_is_reported_once() {
        DeadMansSwitch pinging = pinging();
        fresh();
        answer = new DeliveryResult.Failed("HTTP 500");

        pinging.run();
        pinging.run();

        assertThat(said).containsExactly("the dead man's switch was not reached: HTTP 500");
    }

    @Test
    void a_channel_that_fails_for_long_is_an_incident_until_it_delivers() {
        ChannelAlarm alarm = new ChannelAlarm("phone", incidents, clock);
        OutboxPosition start = new OutboxPosition(0, 0, 0);
        LaneProgress fine = LaneProgress.begin("phone", DeliveryLane.URGENT, start);
        LaneProgress failing =
                LaneProgress.begin("phone", DeliveryLane.ROUTINE, start)
                        .failed("HTTP 500", clock.instant());
        alarm.check(fine, failing);
        assertThat(incidents.list(IncidentQuery.open())).isEmpty();

        clock.pass(ChannelAlarm.AFTER);
        alarm.check(fine, failing);
        alarm.check(fine, failing);
        assertThat(incidents.list(IncidentQuery.open()))
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.NOTIFICATIONS_FAIL);
                    assertThat(incident.text()).contains("HTTP 500");
                });

        alarm.check(fine, failing.delivered(start, 1, 0, clock.instant()));
        assertThat(incidents.list(IncidentQuery.open())).isEmpty();
    }

    private DeadMansSwitch pinging() {
        CheckHealth health =
                new CheckHealth(
                        repository,
                        incidents,
                        reports,
                        new FakeLease(clock, repository, incidents, reports),
                        repository,
                        new FakeInspection(),
                        clock,
                        Duration.ofMinutes(2));
        return new DeadMansSwitch(
                health,
                () -> {
                    pings++;
                    return answer;
                },
                said::add);
    }

    private void fresh() {
        reports.write(
                new LoopReport(
                        "one",
                        clock.instant(),
                        new LoopReport.GoodSync(clock.instant(), Duration.ofMillis(5), 0),
                        clock.instant().plusSeconds(15),
                        "",
                        StreamStatus.State.LISTENING,
                        clock.instant()));
    }
}
