package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.usecase.report.Health;
import dev.lockstep.domain.value.TimeSpan;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Health, for people and as JSON. In JSON durations are milliseconds. */
public final class HealthView {
    private static final String NEVER = "never";

    private HealthView() {}

    /** Returns the table for people. */
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

    /** Returns the JSON for programs. */
    public static ObjectNode json(Health health) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("at", health.at().toString());
        node.put("healthy", health.healthy());
        ArrayNode problems = node.putArray("problems");
        health.problems().forEach(problems::add);
        node.put("fresh", health.fresh());
        node.put("loopOwner", health.owner().map(Lease::owner).orElse(null));
        node.set("lastSync", health.loop().map(HealthView::lastSync).orElse(null));
        node.put("syncAgeMillis", millis(health.syncAge()));
        node.put("stream", health.loop().map(report -> streamName(report, health)).orElse(null));
        node.put("tradingState", health.riskRules().state().name());
        ArrayNode restrictions = node.putArray("restrictions");
        health.riskRules()
                .restrictions()
                .forEach(held ->
                        restrictions
                                .addObject()
                                .put("source", held.source())
                                .put("state", held.state().name())
                                .put("why", held.why())
                                .put("since", held.since().toString()));
        node.put("unresolved", health.unresolved());
        node.put("oldestUnresolvedMillis", millis(health.oldestUnresolved()));
        ArrayNode incidents = node.putArray("openIncidents");
        health.openIncidents().forEach(incident -> incidents.add(IncidentView.json(incident)));
        return node;
    }

    private static ObjectNode lastSync(LoopReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        LoopReport.GoodSync good = report.goodSync();
        node.put("owner", report.owner());
        node.put("reportedAt", report.at().toString());
        node.put("goodAt", good == null ? null : good.at().toString());
        node.put("tookMillis", good == null ? null : good.took().toMillis());
        node.put("changed", good == null ? null : good.changed());
        node.put("staleAt", report.staleAt().toString());
        node.put("failure", report.trouble());
        return node;
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

    private static String streamName(LoopReport report, Health health) {
        return health.fresh() ? report.stream().name() : "UNKNOWN";
    }

    private static @Nullable Long millis(Optional<Duration> duration) {
        return duration.map(Duration::toMillis).orElse(null);
    }
}
