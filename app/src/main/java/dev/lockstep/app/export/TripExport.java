package dev.lockstep.app.export;

import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.app.view.report.RoundTripBody;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.usecase.report.ListRoundTrips;
import dev.lockstep.domain.usecase.report.ListRoundTrips.Trip;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Writes all round trips, oldest first; each is written as soon as its orders are read. */
public final class TripExport implements RowSource {
    private final ListRoundTrips roundTrips;
    private final Optional<Symbol> symbol;
    private final Optional<StrategyId> strategy;
    private final Period period;

    /**
     * An export of these.
     *
     * @param symbol only this instrument
     * @param strategy only round trips that an order of this strategy opened
     * @param period when they were closed
     */
    public TripExport(
            ListRoundTrips roundTrips,
            Optional<Symbol> symbol,
            Optional<StrategyId> strategy,
            Period period) {
        this.roundTrips = roundTrips;
        this.symbol = symbol;
        this.strategy = strategy;
        this.period = period;
    }

    @Override
    public long write(Writer target, RowText text, BooleanSupplier enough, LongConsumer progress)
            throws IOException {
        target.write(text.header());
        long rows = 0;
        long read = 0;
        Iterator<Trip> trips = roundTrips.all().iterator();
        while (trips.hasNext() && !enough.getAsBoolean()) {
            Trip trip = trips.next();
            if (selects(trip)) {
                target.write(text.row(BodyTree.of(RoundTripBody.of(trip))));
                rows++;
            }
            read++;
            progress.accept(read);
        }
        target.flush();
        return rows;
    }

    private boolean selects(Trip trip) {
        return period.has(trip.trip().exitedAt())
                && symbol.map(trip.trip().symbol()::equals).orElse(true)
                && strategy.map(requested ->
                                trip.entry() != null
                                        && requested.equals(trip.entry().terms().strategy()))
                        .orElse(true);
    }
}
