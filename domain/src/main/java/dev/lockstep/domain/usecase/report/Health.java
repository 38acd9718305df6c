package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.risk.limit.RiskRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the platform is.
 *
 * @param at when it was looked at
 * @param problems why it is not healthy; empty where it is
 * @param loop what the trading loop last said of itself, empty before the first time
 * @param fresh whether the orders were as the broker has them not too long ago
 * @param owner who runs the trading loop, empty while nobody does
 * @param riskRules what holds orders back
 * @param unresolved how many orders nobody knows the outcome of
 * @param oldestUnresolved the age of the oldest of them, empty where there is none
 * @param openIncidents what a person must know of, newest first
 */
public record Health(
        Instant at,
        List<String> problems,
        Optional<LoopReport> loop,
        boolean fresh,
        Optional<Lease> owner,
        RiskRules riskRules,
        int unresolved,
        Optional<Duration> oldestUnresolved,
        List<Incident> openIncidents) {
    public Health {
        problems = List.copyOf(problems);
        openIncidents = List.copyOf(openIncidents);
    }

    /** Whether nothing is wrong. */
    public boolean healthy() {
        return problems.isEmpty();
    }

    /** How long ago the last good sync began, empty before the first. */
    public Optional<Duration> syncAge() {
        return loop.flatMap(report -> Optional.ofNullable(report.goodSync()))
                .map(good -> Duration.between(good.at(), at));
    }
}
