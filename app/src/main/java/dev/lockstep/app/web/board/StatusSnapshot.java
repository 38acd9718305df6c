package dev.lockstep.app.web.board;

import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.FaultText;
import dev.lockstep.app.view.body.health.BrokerLinkBody;
import dev.lockstep.app.view.body.health.LoopSyncBody;
import dev.lockstep.app.view.body.health.StreamBody;
import dev.lockstep.app.view.body.risk.RestrictionBody;
import dev.lockstep.app.web.board.PlatformStatusBody.MarketHoursBody;
import dev.lockstep.app.web.board.PlatformStatusBody.OrderCountsBody;
import dev.lockstep.app.web.board.PlatformStatusBody.StoreBody;
import dev.lockstep.app.web.board.PlatformStatusBody.UnresolvedBody;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.usecase.report.Health;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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

    /** Returns the platform as it is now. */
    public PlatformStatusBody body() {
        Health now = health();
        StoreHealth store = tradingPlatform.inspection().health();
        List<String> restrictions = blocked(now);
        return new PlatformStatusBody(
                now.at().toString(),
                identity.version(),
                identity.mode(),
                runsTheLoop(now) ? "owner" : "standby",
                ShownValue.of(now.riskRules().state()),
                RestrictionBody.of(now.riskRules().restrictions()),
                BrokerLinkBody.of(
                        tradingPlatform.display().link().status(),
                        fault(),
                        !restrictions.isEmpty(),
                        restrictions),
                StreamBody.of(now.loop(), now.at()),
                LoopSyncBody.of(now.loop(), now.at()),
                StoreBody.of(store),
                UnresolvedBody.of(now),
                now.openIncidents().size(),
                OrderCountsBody.of(counts),
                market(),
                tradingPlatform.display().feed().last(),
                store instanceof StoreHealth.Halted,
                identity.needsToken());
    }

    /** Returns the accounting of all orders. */
    public InvariantsBody invariants() {
        return InvariantsBody.of(counts, health());
    }

    private boolean runsTheLoop(Health now) {
        return now.owner()
                .filter(lease -> lease.owner().startsWith(identity.owner() + "/"))
                .isPresent();
    }

    /** Returns why the broker last gave no answer, empty if it did. */
    private String fault() {
        return hours.last()
                .map(answer ->
                        switch (answer) {
                            case FetchResult.Failed<MarketClock>(BrokerFault fault) ->
                                    FaultText.of(fault);
                            case FetchResult.Complete<MarketClock> _ -> "";
                        })
                .orElse("");
    }

    /** Returns why the broker accepts no orders; empty where it does. */
    private static List<String> blocked(Health now) {
        return now.openIncidents().stream()
                .filter(incident -> incident.kind() == IncidentKind.ACCOUNT_RESTRICTED)
                .map(Incident::text)
                .toList();
    }

    private @Nullable MarketHoursBody market() {
        return hours.last().orElse(null)
                        instanceof FetchResult.Complete<MarketClock>(MarketClock clock)
                ? MarketHoursBody.of(clock)
                : null;
    }
}
