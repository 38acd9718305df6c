package dev.lockstep.app.web.board;

import dev.lockstep.app.view.body.risk.RestrictionBody;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.usecase.report.Health;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The platform in one answer. Durations are milliseconds.
 *
 * @param at the time of the answer
 * @param version the release
 * @param mode the trading mode
 * @param role {@code owner} if this process runs the trading loop, else {@code standby}
 * @param tradingState the state of trading
 * @param restrictions the restrictions in force
 * @param broker the connection to the broker
 * @param stream the live events
 * @param sync the last sync
 * @param store the database
 * @param unresolved the unanswered orders
 * @param incidents the number of open incidents
 * @param counts the number of orders of each tab
 * @param market the market's hours, null if unknown
 * @param seq the position of the last event
 * @param readOnly whether the store accepts no new orders
 * @param needsToken whether a token is required
 */
public record PlatformStatusBody(
        String at,
        String version,
        String mode,
        String role,
        String tradingState,
        List<RestrictionBody> restrictions,
        BrokerLinkBody broker,
        StreamBody stream,
        LoopSyncBody sync,
        StoreBody store,
        UnresolvedBody unresolved,
        int incidents,
        OrderCountsBody counts,
        @Nullable MarketHoursBody market,
        long seq,
        boolean readOnly,
        boolean needsToken) {

    /**
     * The live events of the trading loop.
     *
     * @param state their state, {@code stopped} before the first report
     * @param since since when, null before the first report
     */
    public record StreamBody(String state, @Nullable String since) {
        static StreamBody of(Optional<LoopReport> loop) {
            return new StreamBody(
                    loop.map(report -> ShownValue.of(report.stream())).orElse("stopped"),
                    loop.map(report -> report.streamSince().toString()).orElse(null));
        }
    }

    /**
     * The last sync of the trading loop.
     *
     * @param goodAt when a sync last succeeded, null before the first
     * @param ageMillis its age, null before the first
     * @param fresh whether the orders were synced recently
     * @param failure why the last sync failed, null if it succeeded
     */
    public record LoopSyncBody(
            @Nullable String goodAt,
            @Nullable Long ageMillis,
            boolean fresh,
            @Nullable String failure) {
        static LoopSyncBody of(Health health) {
            Optional<LoopReport> loop = health.loop();
            return new LoopSyncBody(
                    loop.flatMap(report -> Optional.ofNullable(report.goodSync()))
                            .map(good -> good.at().toString())
                            .orElse(null),
                    health.syncAge().map(Duration::toMillis).orElse(null),
                    health.fresh(),
                    loop.map(LoopReport::trouble).filter(text -> !text.isEmpty()).orElse(null));
        }
    }

    /**
     * The database.
     *
     * @param health {@code sound} or {@code halted}
     * @param text why it is halted, empty if it is not
     */
    public record StoreBody(String health, String text) {
        static StoreBody of(StoreHealth health) {
            return switch (health) {
                case StoreHealth.Sound _ -> new StoreBody("sound", "");
                case StoreHealth.Halted halted -> new StoreBody("halted", halted.text());
            };
        }
    }

    /**
     * The unanswered orders.
     *
     * @param count their number
     * @param oldestMillis the age of the oldest, null if there is none
     */
    public record UnresolvedBody(int count, @Nullable Long oldestMillis) {
        static UnresolvedBody of(Health health) {
            return new UnresolvedBody(
                    health.unresolved(),
                    health.oldestUnresolved().map(Duration::toMillis).orElse(null));
        }
    }

    /**
     * The number of orders of each tab.
     *
     * @param open working orders
     * @param filled filled orders
     * @param canceled orders that ended before they were filled
     * @param rejected denied and rejected orders
     * @param unknown unanswered orders
     */
    public record OrderCountsBody(
            long open, long filled, long canceled, long rejected, long unknown) {
        static OrderCountsBody of(OrderCounts counts) {
            return new OrderCountsBody(
                    counts.of(Tab.OPEN),
                    counts.of(Tab.FILLED),
                    counts.of(Tab.CANCELED),
                    counts.of(Tab.REJECTED),
                    counts.of(Tab.UNKNOWN));
        }
    }

    /**
     * The market's hours.
     *
     * @param open whether it is open
     * @param nextOpen when it opens next
     * @param nextClose when it closes next
     */
    public record MarketHoursBody(boolean open, String nextOpen, String nextClose) {
        static MarketHoursBody of(MarketClock clock) {
            return new MarketHoursBody(
                    clock.open(), clock.nextOpen().toString(), clock.nextClose().toString());
        }
    }
}
