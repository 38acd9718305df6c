package dev.lockstep.app.web.board;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.FaultText;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.app.view.body.risk.RestrictionBody;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.LinkStatus;
import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.usecase.report.Health;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The platform in one answer, from memory and from the store, never waiting for the broker; made at
 * most once in {@value #EVERY_MILLIS} milliseconds however many ask.
 */
public final class StatusSnapshot {
    private static final int EVERY_MILLIS = 200;

    private final Identity identity;
    private final TradingPlatform tradingPlatform;
    private final OrderCounts counts;
    private final MarketHours hours;
    private final TtlCache<TradingPlatform, Health> health;

    /**
     * The identity of the process.
     *
     * @param mode the trading mode
     * @param owner the name of this process in the trading lease
     * @param version the release
     * @param needsToken whether a token is required
     */
    public record Identity(String mode, String owner, String version, boolean needsToken) {}

    /** Shows this platform. */
    public StatusSnapshot(
            Identity identity,
            TradingPlatform tradingPlatform,
            OrderCounts counts,
            MarketHours hours,
            InstantSource clock) {
        this.identity = identity;
        this.tradingPlatform = tradingPlatform;
        this.counts = counts;
        this.hours = hours;
        this.health =
                new TtlCache<>(
                        Duration.ofMillis(EVERY_MILLIS),
                        clock,
                        platform -> platform.storeUseCases().checkHealth().check());
    }

    /** Returns the health, cached for a moment. */
    public Health health() {
        return health.of(tradingPlatform);
    }

    /** Returns the JSON for programs. */
    public ObjectNode json() {
        Health now = health();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("at", now.at().toString());
        node.put("version", identity.version());
        node.put("mode", identity.mode());
        node.put("role", runsTheLoop(now) ? "owner" : "standby");
        node.put("tradingState", ShownValue.of(now.riskRules().state()));
        addRestrictions(node.putArray("restrictions"), now);
        node.set("broker", broker().put("tradingBlocked", blocked(now)));
        addLoop(node, now);
        StoreHealth store = tradingPlatform.inspection().health();
        node.set("store", store(store));
        node.putObject("unresolved")
                .put("count", now.unresolved())
                .put("oldestMillis", millis(now.oldestUnresolved()));
        node.put("incidents", now.openIncidents().size());
        node.set("counts", counts());
        node.set("market", market());
        node.put("seq", tradingPlatform.display().feed().last());
        node.put("readOnly", store instanceof StoreHealth.Halted);
        node.put("needsToken", identity.needsToken());
        return node;
    }

    private boolean runsTheLoop(Health now) {
        return now.owner()
                .filter(lease -> lease.owner().startsWith(identity.owner() + "/"))
                .isPresent();
    }

    private static void addRestrictions(ArrayNode array, Health now) {
        RestrictionBody.of(now.riskRules().restrictions())
                .forEach(restriction -> array.add(BodyTree.of(restriction)));
    }

    private ObjectNode broker() {
        LinkStatus link = tradingPlatform.display().link().status();
        String fault =
                hours.last()
                        .map(answer ->
                                answer instanceof FetchResult.Failed<MarketClock> failed
                                        ? FaultText.of(failed.fault())
                                        : "")
                        .orElse("");
        boolean open = link.breaker() == LinkStatus.Breaker.OPEN;
        String why = fault.isEmpty() && open ? link.trouble() : fault;
        Duration latency = link.latency();
        return JsonNodeFactory.instance
                .objectNode()
                .put("reachable", why.isEmpty() && !open)
                .put("fault", why.isEmpty() ? null : why)
                .put("latencyMillis", latency == null ? null : latency.toMillis())
                .put("requestsLeft", link.requestsLeft())
                .put("breaker", ShownValue.of(link.breaker()))
                .put("trouble", link.trouble());
    }

    /** Returns why the broker accepts no orders, null where it does. */
    private static @Nullable String blocked(Health now) {
        return now.openIncidents().stream()
                .filter(incident -> incident.kind() == IncidentKind.ACCOUNT_RESTRICTED)
                .map(Incident::text)
                .findFirst()
                .orElse(null);
    }

    private static void addLoop(ObjectNode node, Health now) {
        Optional<LoopReport> loop = now.loop();
        node.putObject("stream")
                .put("state", loop.map(report -> ShownValue.of(report.stream())).orElse("stopped"))
                .put("since", loop.map(report -> report.streamSince().toString()).orElse(null));
        node.putObject("sync")
                .put(
                        "goodAt",
                        loop.flatMap(report -> Optional.ofNullable(report.goodSync()))
                                .map(good -> good.at().toString())
                                .orElse(null))
                .put("ageMillis", millis(now.syncAge()))
                .put("fresh", now.fresh())
                .put(
                        "failure",
                        loop.map(LoopReport::trouble).filter(text -> !text.isEmpty()).orElse(null));
    }

    private static ObjectNode store(StoreHealth health) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (health) {
            case StoreHealth.Sound _ -> node.put("health", "sound").put("text", "");
            case StoreHealth.Halted halted ->
                    node.put("health", "halted").put("text", halted.text());
        };
    }

    private ObjectNode counts() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("open", counts.of(Tab.OPEN))
                .put("filled", counts.of(Tab.FILLED))
                .put("canceled", counts.of(Tab.CANCELED))
                .put("rejected", counts.of(Tab.REJECTED))
                .put("unknown", counts.of(Tab.UNKNOWN));
    }

    /**
     * Returns the accounting of all orders: each is acknowledged, refused, held locally or
     * unanswered.
     */
    public ObjectNode invariants() {
        Health now = health();
        long acknowledged = counts.of(Tab.OPEN) + counts.of(Tab.FILLED) + counts.of(Tab.CANCELED);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("orders", counts.byStatus().values().stream().mapToLong(Long::longValue).sum());
        node.put("acknowledged", acknowledged);
        node.put("refused", counts.of(Tab.REJECTED));
        node.put("heldBack", counts.of(Tab.WAITING));
        node.put("unresolved", counts.of(Tab.UNKNOWN));
        node.put("oldestUnresolvedMillis", millis(now.oldestUnresolved()));
        return node;
    }

    private @Nullable ObjectNode market() {
        return hours.last()
                .flatMap(answer ->
                        answer instanceof FetchResult.Complete<MarketClock>(MarketClock clock)
                                ? Optional.of(clock)
                                : Optional.empty())
                .map(clock ->
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("open", clock.open())
                                .put("nextOpen", clock.nextOpen().toString())
                                .put("nextClose", clock.nextClose().toString()))
                .orElse(null);
    }

    private static @Nullable Long millis(Optional<Duration> duration) {
        return duration.map(Duration::toMillis).orElse(null);
    }
}
