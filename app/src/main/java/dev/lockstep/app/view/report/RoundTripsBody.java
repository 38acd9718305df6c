package dev.lockstep.app.view.report;

import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.domain.position.TimeInMarket;
import dev.lockstep.domain.position.TripStatistics;
import dev.lockstep.domain.usecase.report.ListRoundTrips.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Round trips; amounts are dollars.
 *
 * @param method the order in which exits close entries, {@code fifo}
 * @param statistics the figures of all round trips, or of all of the filter
 * @param trips the last round trips, newest first
 * @param days the days on which a round trip closed, oldest first
 */
public record RoundTripsBody(
        String method,
        TripStatisticsBody statistics,
        List<RoundTripBody> trips,
        List<TripDayBody> days) {

    /** Returns the fields of a report as of a time. */
    public static RoundTripsBody of(Report report, Instant now) {
        return new RoundTripsBody(
                "fifo",
                TripStatisticsBody.of(report, now),
                report.newest().stream().map(RoundTripBody::of).toList(),
                report.days().stream()
                        .map(day ->
                                new TripDayBody(
                                        day.day().toString(), day.trips(), day.profit().toString()))
                        .toList());
    }

    /**
     * The figures of round trips.
     *
     * @param trips their number
     * @param wins the number of those that gained
     * @param losses the number of those that lost
     * @param gained the sum of the gains
     * @param lost the sum of the losses
     * @param best the best result, null without a round trip
     * @param worst the worst result, null without a round trip
     * @param winRate the share of wins, null without a round trip
     * @param profitFactor the gains by the losses, null without a loss
     * @param expectancy the average result, null without a round trip
     * @param fees the fees of all round trips, negative if paid
     * @param netProfit the gains and losses after these fees
     * @param otherFees the fees of no round trip, negative if paid; null with a filter
     * @param timeInMarket the share of the time since the first execution with an open position,
     *     null without an execution and with a filter
     */
    public record TripStatisticsBody(
            int trips,
            int wins,
            int losses,
            String gained,
            String lost,
            @Nullable String best,
            @Nullable String worst,
            @Nullable String winRate,
            @Nullable String profitFactor,
            @Nullable String expectancy,
            String fees,
            String netProfit,
            @Nullable String otherFees,
            @Nullable String timeInMarket) {
        private static TripStatisticsBody of(Report report, Instant now) {
            TripStatistics all = report.statistics();
            TimeInMarket time = report.timeInMarket();
            return new TripStatisticsBody(
                    all.trips(),
                    all.wins(),
                    all.losses(),
                    all.gained().toString(),
                    all.lost().toString(),
                    BodyText.of(all.best()),
                    BodyText.of(all.worst()),
                    BodyText.of(all.winRate()),
                    BodyText.of(all.profitFactor()),
                    BodyText.of(all.expectancy()),
                    report.fees().toString(),
                    all.gained().plus(all.lost()).plus(report.fees()).toString(),
                    BodyText.of(report.otherFees()),
                    time == null ? null : BodyText.of(time.share(now)));
        }
    }

    /**
     * The round trips that closed on one day.
     *
     * @param day the day in New York
     * @param trips their number
     * @param profit their profit
     */
    public record TripDayBody(String day, int trips, String profit) {}
}
