package dev.lockstep.domain.usecase.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.usecase.LoopFixture;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchPositionLimitsTest {
    private final LoopFixture its = new LoopFixture();
    private final ControlRisk controlRisk =
            new ControlRisk(its.repository.riskControl(), its.clock);

    @Test
    void a_position_that_fills_from_elsewhere_made_too_large_is_an_incident_until_it_is_smaller() {
        controlRisk.set(new RiskLimit.MaxPositionValue(Money.of("1000")), "tester", "because");
        held("11");
        its.loop.tick();

        assertThat(tooLarge())
                .extracting(Incident::subject, Incident::text)
                .containsExactly(
                        tuple(
                                "AAPL",
                                "The broker holds 11, which is worth more than max-position-value"
                                        + " 1000; Lockstep's own orders hold 0. Until it is smaller,"
                                        + " only orders that reduce it are sent."));

        held("10");
        its.pass(Duration.ofMinutes(1));
        assertThat(tooLarge()).isEmpty();
    }

    @Test
    void positions_that_cannot_be_fetched_decide_nothing_and_a_cleared_limit_ends_the_incident() {
        controlRisk.set(new RiskLimit.MaxPositionValue(Money.of("1000")), "tester", "because");
        held("-11");
        its.loop.tick();
        its.broker.down(true);
        its.pass(Duration.ofMinutes(1));
        assertThat(tooLarge()).hasSize(1);

        controlRisk.clear(LimitName.MAX_POSITION_VALUE, "tester", "because");
        its.pass(Duration.ofMinutes(1));
        assertThat(tooLarge()).isEmpty();
    }

    private void held(String netQty) {
        its.broker.noPositions();
        its.broker.position(
                new Position(
                        new Symbol("AAPL"),
                        NetQuantity.of(netQty),
                        null,
                        null,
                        Price.of("100"),
                        null,
                        null));
    }

    private List<Incident> tooLarge() {
        return its.openIncidents().stream()
                .filter(incident -> incident.kind() == IncidentKind.POSITION_TOO_LARGE)
                .toList();
    }
}
