package dev.lockstep.app.web.board;

import dev.lockstep.domain.usecase.report.ListRoundTrips.Report;
import dev.lockstep.domain.usecase.report.TripFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The round trips of the filters that were asked for last, each computed again only after a change.
 * Those without a filter have their own snapshot, which no filter delays. Thread-safe.
 */
public final class TripReports {
    private static final int MAX_FILTERS = 16;

    private final Function<TripFilter, ProfitSnapshot<Report>> making;
    private final ProfitSnapshot<Report> all;
    private final Map<TripFilter, ProfitSnapshot<Report>> filtered =
            new LinkedHashMap<>(MAX_FILTERS, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<TripFilter, ProfitSnapshot<Report>> eldest) {
                    return size() > MAX_FILTERS;
                }
            };

    /**
     * Creates the reports.
     *
     * @param making makes the snapshot of one filter
     */
    public TripReports(Function<TripFilter, ProfitSnapshot<Report>> making) {
        this.making = making;
        this.all = making.apply(TripFilter.ALL);
    }

    /** Returns the round trips of a filter. */
    public Report of(TripFilter filter) {
        return filter.equals(TripFilter.ALL) ? all.profits() : snapshot(filter).profits();
    }

    private ProfitSnapshot<Report> snapshot(TripFilter filter) {
        synchronized (filtered) {
            return filtered.computeIfAbsent(filter, making);
        }
    }
}
