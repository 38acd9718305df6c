package dev.lockstep.app.view;

import dev.lockstep.app.config.TradingMode;
import dev.lockstep.app.view.body.AccountBody;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.port.broker.LinkStatus;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.value.ShownValue;
import dev.lockstep.domain.value.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connection to the broker and the trading loop, as a table and as JSON.
 *
 * @param mode the trading mode
 * @param broker the address of the broker, empty if there is none
 * @param fault why the broker did not answer, empty if it did
 * @param account the account, null if unknown
 * @param link the state of the connection
 * @param loop the last report of the trading loop of any process
 * @param now the time of the view
 */
public record StatusView(
        TradingMode mode,
        String broker,
        String fault,
        @Nullable Account account,
        LinkStatus link,
        Optional<LoopReport> loop,
        Instant now) {

    /** Returns the status as a table. */
    public Table table() {
        Table table =
                new Table("", "")
                        .row("mode", mode.word())
                        .row("broker", broker.isEmpty() ? "none" : broker)
                        .row("answers", fault.isEmpty() ? "yes" : "no: " + fault)
                        .row("latency", latency(link.latency()))
                        .row("requests left", requestsLeft())
                        .row("circuit breaker", ShownValue.of(link.breaker()));
        if (account != null) {
            AccountBody.texts(account).forEach(text -> table.row("account", text));
        }
        if (!link.trouble().isEmpty()) {
            table.row("last trouble", link.trouble());
        }
        return loop.map(report -> loopRows(table, report))
                .orElseGet(() ->
                        table.row("live events", "none: no trading loop has run on this folder"));
    }

    private Table loopRows(Table table, LoopReport report) {
        LoopReport.GoodSync sync = report.goodSync();
        table.row("trading loop", report.owner() + ", last report " + ago(report.at()))
                .row(
                        "live events",
                        streamState(report, now) + ", since " + ago(report.streamSince()))
                .row("last good sync", sync == null ? "none" : ago(sync.at()))
                .row("orders are", report.fresh(now) ? "fresh" : "too old to be trusted");
        return report.trouble().isEmpty() ? table : table.row("last sync failed", report.trouble());
    }

    /** Returns the state of the live events; only a fresh report proves it. */
    static String streamState(LoopReport report, Instant now) {
        String reported = ShownValue.of(report.stream());
        return report.fresh(now)
                ? reported
                : "unknown: the loop does not report (last reported: " + reported + ")";
    }

    /** Returns the JSON for programs. */
    public StatusBody json() {
        return StatusBody.of(this);
    }

    private static String latency(@Nullable Duration latency) {
        return latency == null ? "unknown" : TimeSpan.rough(latency);
    }

    private String requestsLeft() {
        Long left = link.requestsLeft();
        return left == null ? "no limit" : left + " in this minute";
    }

    private String ago(Instant at) {
        return TimeSpan.rough(Duration.between(at, now)) + " ago";
    }
}
