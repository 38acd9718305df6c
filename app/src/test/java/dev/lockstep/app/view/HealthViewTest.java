package dev.lockstep.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.app.view.body.health.HealthBody;
import dev.lockstep.app.view.body.health.IncidentPageBody;
import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.port.broker.StreamStatus;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.usecase.report.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The health report as a table and as JSON. */
class HealthViewTest {
    private static final Instant NOW = Instant.parse("2026-01-05T14:30:00Z");
    private static final LoopReport.GoodSync GOOD =
            new LoopReport.GoodSync(NOW.minusSeconds(90), Duration.ofMillis(20), 3);

    @Test
    void a_folder_on_which_nothing_runs_says_so() {
        Health health =
                new Health(
                        NOW,
                        List.of("no process syncs"),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        RiskRules.NONE,
                        0,
                        Optional.empty(),
                        List.of());

        assertThat(HealthView.table(health).lines())
                .containsExactly(
                        "loop runs in       no process",
                        "last good sync     never",
                        "fresh              no",
                        "last failure",
                        "live events        never",
                        "since",
                        "trading            active",
                        "unanswered orders  0",
                        "open incidents     0");
        assertThat(BodyTree.of(HealthBody.of(health)))
                .hasToString(
                        """
                        {"at":"2026-01-05T14:30:00Z","healthy":false,"problems":["no process syncs"],\
                        "fresh":false,"loopOwner":null,"lastSync":null,"syncAgeMillis":null,\
                        "stream":null,"tradingState":"active","restrictions":[],"unresolved":0,\
                        "oldestUnresolvedMillis":null,"openIncidents":[]}\
                        """);
    }

    @Test
    void a_running_loop_is_shown_with_the_age_of_what_it_knows() {
        assertThat(HealthView.table(health(true, GOOD)).lines())
                .containsExactly(
                        "loop runs in       process 7",
                        "last good sync     1m 30s ago",
                        "fresh              yes",
                        "last failure       timeout",
                        "live events        listening",
                        "since              2026-01-05 14:29:00Z",
                        "trading            active",
                        "unanswered orders  2, the oldest for 1h 1m",
                        "open incidents     1");
    }

    @Test
    void programs_get_ages_in_milliseconds() {
        assertThat(BodyTree.of(HealthBody.of(health(true, GOOD))))
                .hasToString(
                        """
                        {"at":"2026-01-05T14:30:00Z","healthy":true,"problems":[],"fresh":true,\
                        "loopOwner":"process 7","lastSync":{"owner":"process 7",\
                        "reportedAt":"2026-01-05T14:29:57Z","goodAt":"2026-01-05T14:28:30Z",\
                        "tookMillis":20,"changed":3,"staleAt":"2026-01-05T14:30:07Z",\
                        "failure":"timeout"},"syncAgeMillis":90000,"stream":"listening",\
                        "tradingState":"active","restrictions":[],"unresolved":2,\
                        "oldestUnresolvedMillis":3660000,"openIncidents":[{"number":7,\
                        "kind":"sync_stale","subject":"sync","text":"no sync",\
                        "openedAt":"2026-01-05T14:30:00Z","closedAt":null,"resolution":"",\
                        "closable":false,"acknowledgedBy":"ann","acknowledgedReason":"known",\
                        "acknowledgedAt":"2026-01-05T14:30:00Z"}]}\
                        """);
    }

    @Test
    void the_state_of_a_stream_is_unknown_once_the_report_is_old() {
        assertThat(HealthBody.of(health(false, GOOD)).stream()).isEqualTo("unknown");
    }

    @Test
    void before_the_first_good_sync_there_is_no_age() {
        HealthBody body = HealthBody.of(health(false, null));

        assertThat(body.syncAgeMillis()).isNull();
        assertThat(body.lastSync()).isNotNull();
        assertThat(body.lastSync().goodAt()).isNull();
        assertThat(body.lastSync().tookMillis()).isNull();
        assertThat(body.lastSync().changed()).isNull();
    }

    @Test
    void only_a_full_page_of_incidents_is_followed_by_another() {
        List<Incident> incidents = health(true, GOOD).openIncidents();

        assertThat(IncidentPageBody.of(incidents, 1).next()).isEqualTo(7);
        assertThat(IncidentPageBody.of(incidents, 2).next()).isNull();
        assertThat(IncidentPageBody.of(List.of(), 2).next()).isNull();
    }

    private static Health health(boolean fresh, LoopReport.@Nullable GoodSync good) {
        Incident incident =
                Incident.opened(7, IncidentKind.SYNC_STALE, "sync", "no sync", NOW)
                        .acknowledged(new Acknowledgement("ann", "known", NOW));
        return new Health(
                NOW,
                List.of(),
                Optional.of(
                        new LoopReport(
                                "process 7",
                                NOW.minusSeconds(3),
                                good,
                                NOW.plusSeconds(7),
                                "timeout",
                                StreamStatus.State.LISTENING,
                                NOW.minusSeconds(60))),
                fresh,
                Optional.of(new Lease("process 7", 1, NOW.plusSeconds(30))),
                RiskRules.NONE,
                2,
                Optional.of(Duration.ofMinutes(61)),
                List.of(incident));
    }
}
