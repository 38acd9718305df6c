package dev.lockstep.app.web.board;

import dev.lockstep.app.view.body.health.BrokerLinkBody;
import dev.lockstep.app.view.body.health.LoopSyncBody;
import dev.lockstep.app.view.body.health.StreamBody;
import dev.lockstep.app.view.body.risk.RestrictionBody;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.usecase.report.Health;
import java.time.Duration;
import java.util.List;
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
     * @param rejected orders that the broker rejected or never got
     * @param denied orders that Lockstep refused and never sent
     * @param unknown unanswered orders
     */
    public record OrderCountsBody(
            long open, long filled, long canceled, long rejected, long denied, long unknown) {
        static OrderCountsBody of(OrderCounts counts) {
            long denied = counts.byStatus().getOrDefault(OrderStatus.DENIED, 0L);
            return new OrderCountsBody(
                    counts.of(Tab.OPEN),
                    counts.of(Tab.FILLED),
                    counts.of(Tab.CANCELED),
                    counts.of(Tab.REJECTED) - denied,
                    denied,
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
