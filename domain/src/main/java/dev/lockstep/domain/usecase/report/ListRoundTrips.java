package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.position.RoundTrip;
import dev.lockstep.domain.position.RoundTrips;
import dev.lockstep.domain.position.TripStatistics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Matches all stored executions into round trips, first in, first out; from what is stored alone.
 */
public final class ListRoundTrips {
    /** The most round trips that are listed; the statistics count all. */
    public static final int MAX_TRIPS = 1_000;

    private static final Instant LAST = Instant.parse("2262-01-01T00:00:00Z");

    private final OrderRepository repository;
    private final Fills fills;

    /** Builds the use case on its ports. */
    public ListRoundTrips(OrderRepository repository, Fills fills) {
        this.repository = repository;
        this.fills = fills;
    }

    /**
     * A round trip with its orders.
     *
     * @param trip the round trip
     * @param entry the order that opened it, null if it is not stored
     * @param exit the order that closed it, null if it is not stored
     */
    public record Trip(RoundTrip trip, @Nullable Order entry, @Nullable Order exit) {}

    /**
     * The round trips.
     *
     * @param newest the last {@value #MAX_TRIPS} round trips, newest first
     * @param statistics the figures of all
     * @param days the profit of each day in New York on which a round trip closed, oldest first
     */
    public record Report(List<Trip> newest, TripStatistics statistics, List<Day> days) {
        public Report {
            newest = List.copyOf(newest);
            days = List.copyOf(days);
        }
    }

    /**
     * The round trips that closed on one day.
     *
     * @param day the day in New York
     * @param trips their number
     * @param profit their profit in dollars, without fees
     */
    public record Day(LocalDate day, int trips, Money profit) {
        private Day and(Day other) {
            return new Day(day, trips + other.trips, profit.plus(other.profit));
        }
    }

    /** Returns the round trips. */
    public Report list() {
        RoundTrips trips = new RoundTrips();
        fills.between(Instant.EPOCH, LAST).forEach(trips::add);
        List<RoundTrip> closed = trips.closed();
        List<Trip> newest =
                closed.reversed().stream().limit(MAX_TRIPS).map(this::withOrders).toList();
        return new Report(newest, TripStatistics.of(closed), byDay(closed));
    }

    private static List<Day> byDay(List<RoundTrip> closed) {
        SortedMap<LocalDate, Day> days = new TreeMap<>();
        closed.stream()
                .map(trip -> new Day(DayTrades.dayOf(trip.exitedAt()), 1, trip.profit()))
                .forEach(one -> days.merge(one.day(), one, Day::and));
        return List.copyOf(days.values());
    }

    private Trip withOrders(RoundTrip trip) {
        return new Trip(
                trip,
                repository.byBrokerOrderId(trip.entryOrder()).orElse(null),
                repository.byBrokerOrderId(trip.exitOrder()).orElse(null));
    }
}
