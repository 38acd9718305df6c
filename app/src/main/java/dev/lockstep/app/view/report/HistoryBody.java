package dev.lockstep.app.view.report;

import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.domain.account.PortfolioHistory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account's equity over time; amounts are dollars.
 *
 * @param base the equity with which the history begins, null if not reported
 * @param points the values, oldest first
 */
public record HistoryBody(@Nullable String base, List<EquityBody> points) {
    /** Returns the fields of a history. */
    public static HistoryBody of(PortfolioHistory history) {
        return new HistoryBody(
                BodyText.of(history.baseValue()),
                history.points().stream()
                        .map(point ->
                                new EquityBody(
                                        point.from().toString(),
                                        BodyText.of(point.equity()),
                                        BodyText.of(point.profit())))
                        .toList());
    }

    /**
     * The equity at one time.
     *
     * @param at the time
     * @param equity the equity, null if not reported
     * @param profit the profit until then, null if not reported
     */
    public record EquityBody(String at, @Nullable String equity, @Nullable String profit) {}
}
