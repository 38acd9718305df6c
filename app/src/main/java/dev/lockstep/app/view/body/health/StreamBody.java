package dev.lockstep.app.view.body.health;

import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.value.ShownValue;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The live events of the trading loop.
 *
 * @param state their state, {@code stopped} before the first report, {@code unknown} if the last
 *     report is too old
 * @param since since when, null before the first report
 */
public record StreamBody(String state, @Nullable String since) {
    /** Returns the fields of the last report. */
    public static StreamBody of(Optional<LoopReport> loop, Instant now) {
        return new StreamBody(
                loop.map(report -> report.fresh(now) ? ShownValue.of(report.stream()) : "unknown")
                        .orElse("stopped"),
                loop.map(report -> report.streamSince().toString()).orElse(null));
    }
}
