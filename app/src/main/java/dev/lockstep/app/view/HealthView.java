package dev.lockstep.app.view;

import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.usecase.report.Health;
import dev.lockstep.domain.value.TimeSpan;
import java.time.Duration;
import java.util.Optional;

/** The health report as a table. */
public final class HealthView {
    private static final String NEVER = "never";

    private HealthView() {}

    public static Table table(Health health) {
        Optional<LoopReport> loop = health.loop();
        return new Table("", "")
                .row("loop runs in", health.owner().map(Lease::owner).orElse("no process"))
                .row("last good sync", health.syncAge().map(HealthView::ago).orElse(NEVER))
                .row("fresh", health.fresh() ? "yes" : "no")
                .row("last failure", loop.map(LoopReport::trouble).orElse(""))
                .row(
                        "live events",
                        loop.map(report -> StatusView.streamState(report, health.at()))
                                .orElse(NEVER))
                .row("since", loop.<Object>map(LoopReport::streamSince).orElse(""))
                .row("trading", health.riskRules().state())
                .row("unanswered orders", unresolved(health))
                .row("open incidents", health.openIncidents().size());
    }

    private static String unresolved(Health health) {
        return health.unresolved()
                + health.oldestUnresolved()
                        .map(age -> ", the oldest for " + TimeSpan.rough(age))
                        .orElse("");
    }

    private static String ago(Duration age) {
        return TimeSpan.rough(age) + " ago";
    }
}
