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
 * The state of the platform.
 *
 * @param at the time of the check
 * @param problems the problems; empty if healthy
 * @param loop the last report of the trading loop, empty before the first
 * @param fresh whether the orders were synced recently
 * @param owner the process that runs the trading loop, empty if there is none
 * @param riskRules limits and restrictions
 * @param unresolved the number of unanswered orders
 * @param oldestUnresolved the age of the oldest of them, empty if there is none
 * @param openIncidents the open incidents, newest first
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

    /** Returns whether nothing is wrong. */
    public boolean healthy() {
        return problems.isEmpty();
    }

    /** Returns the age of the last successful sync, empty before the first. */
    public Optional<Duration> syncAge() {
        return loop.flatMap(report -> Optional.ofNullable(report.goodSync()))
                .map(good -> Duration.between(good.at(), at));
    }
}
