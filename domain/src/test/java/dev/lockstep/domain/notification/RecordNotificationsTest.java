package dev.lockstep.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.RiskLimit.MaxDailyLoss;
import dev.lockstep.domain.risk.limit.TradingState;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordNotificationsTest {
    private static final Instant NOW = SampleOrders.START;

    @ParameterizedTest
    @EnumSource(IncidentKind.class)
    void every_incident_is_reported_when_it_opens_and_when_it_is_over(IncidentKind kind) {
        Incident opened = Incident.opened(7, kind, "AAPL", "10, 12", NOW);

        Notification first = RecordNotifications.of(opened, true).orElseThrow();
        Notification last =
                RecordNotifications.of(opened.closed("equal", NOW), false).orElseThrow();

        assertThat(first.id()).isEqualTo("incident-7-opened");
        assertThat(first.kind().urgent()).isTrue();
        assertThat(last.id()).isEqualTo("incident-7-cleared");
        assertThat(last.kind()).isEqualTo(NotificationKind.INCIDENT_CLEARED);
    }

    @Test
    void other_changes_of_an_incident_are_not() {
        Incident opened = Incident.opened(7, IncidentKind.SYNC_STALE, "sync", "late", NOW);

        assertThat(RecordNotifications.of(opened.seenAs("later"), false)).isEmpty();
        assertThat(
                        RecordNotifications.of(
                                opened.acknowledged(new Acknowledgement("ann", "known", NOW)),
                                false))
                .isEmpty();
    }

    @Test
    void halts_and_pauses_are_reported_and_limits_are_not() {
        StrategyId trend = new StrategyId("trend");
        Step reduce = new Step.Restrict("watchdog", TradingState.REDUCING);

        assertThat(title(reduce)).contains("Trading reducing by ann");
        assertThat(title(new Step.Lift("watchdog"))).contains("Restriction ended: watchdog");
        assertThat(title(new Step.OfStrategy(trend, reduce)))
                .contains("Strategy trend paused by ann");
        assertThat(title(new Step.OfStrategy(trend, new Step.Lift("watchdog"))))
                .contains("Strategy trend resumed");
        assertThat(title(new Step.SetLimit(new MaxDailyLoss(Money.of("1"))))).isEmpty();
        assertThat(title(new Step.ClearLimit(LimitName.MAX_DAILY_LOSS))).isEmpty();
        assertThat(title(new Step.OfStrategy(trend, new Step.ClearLimit(LimitName.MAX_DAILY_LOSS))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Restriction.FLATTEN, Restriction.CANCEL_EXTERNAL})
    void a_request_beside_a_halt_is_not_reported_as_another_halt(String request) {
        assertThat(title(new Step.Restrict(request, TradingState.HALTED))).isEmpty();
        assertThat(title(new Step.Lift(request))).isEmpty();
    }

    private static Optional<String> title(Step step) {
        return RecordNotifications.of(3, new RiskChange(step, "ann", "why", NOW))
                .map(Notification::title);
    }
}
