package dev.lockstep.app.view;

import dev.lockstep.app.view.body.AccountBody;
import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.port.broker.LinkStatus;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connection to the broker and the trading loop. Durations are milliseconds.
 *
 * @param mode the trading mode
 * @param broker the address of the broker, null if there is none
 * @param reachable whether the broker answered
 * @param fault why it did not, null if it did
 * @param tradingBlocked whether the broker accepts no orders, null if unknown
 * @param restrictions the restrictions and notices of the account as sentences
 * @param latencyMillis the duration of the last request, null before the first
 * @param answeredAt when the broker last answered, null before the first answer
 * @param requestsLeft the requests left in this minute, null if there is no limit
 * @param breaker the state of the circuit breaker
 * @param trouble the last failure, null if there was none
 * @param loop the last report of the trading loop, null before the first
 */
public record StatusBody(
        String mode,
        @Nullable String broker,
        boolean reachable,
        @Nullable String fault,
        @Nullable Boolean tradingBlocked,
        List<String> restrictions,
        @Nullable Long latencyMillis,
        @Nullable String answeredAt,
        @Nullable Long requestsLeft,
        String breaker,
        @Nullable String trouble,
        @Nullable LoopBody loop) {

    /** Returns the fields of a view. */
    static StatusBody of(StatusView view) {
        Account account = view.account();
        LinkStatus link = view.link();
        Duration latency = link.latency();
        return new StatusBody(
                view.mode().word(),
                BodyText.notEmpty(view.broker()),
                view.fault().isEmpty(),
                BodyText.notEmpty(view.fault()),
                account == null ? null : account.tradingBlocked(),
                account == null ? List.of() : AccountBody.texts(account),
                latency == null ? null : latency.toMillis(),
                BodyText.of(link.answeredAt()),
                link.requestsLeft(),
                ShownValue.of(link.breaker()),
                BodyText.notEmpty(link.trouble()),
                view.loop().map(report -> LoopBody.of(report, view.now())).orElse(null));
    }

    /**
     * The last report of the trading loop.
     *
     * @param owner the process that runs the loop
     * @param at when it reported
     * @param ageMillis the age of the report
     * @param stream the state of the live events, {@code unknown} if the report is too old
     * @param streamSince since when they have this state
     * @param streamAgeMillis for how long they have this state
     * @param lastGoodSync when a sync last succeeded, null before the first
     * @param fresh whether the orders were synced recently
     * @param trouble why the last sync failed, null if it succeeded
     */
    public record LoopBody(
            String owner,
            String at,
            long ageMillis,
            String stream,
            String streamSince,
            long streamAgeMillis,
            @Nullable String lastGoodSync,
            boolean fresh,
            @Nullable String trouble) {
        private static LoopBody of(LoopReport report, Instant now) {
            LoopReport.GoodSync sync = report.goodSync();
            return new LoopBody(
                    report.owner(),
                    report.at().toString(),
                    Duration.between(report.at(), now).toMillis(),
                    report.fresh(now) ? ShownValue.of(report.stream()) : "unknown",
                    report.streamSince().toString(),
                    Duration.between(report.streamSince(), now).toMillis(),
                    sync == null ? null : sync.at().toString(),
                    report.fresh(now),
                    BodyText.notEmpty(report.trouble()));
        }
    }
}
