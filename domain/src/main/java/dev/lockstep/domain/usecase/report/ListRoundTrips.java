package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.position.MatchedTrades;
import dev.lockstep.domain.position.MatchedTrades.FeeTrip;
import dev.lockstep.domain.position.RoundTrip;
import dev.lockstep.domain.position.TimeInMarket;
import dev.lockstep.domain.position.TripStatistics;
import dev.lockstep.domain.usecase.query.AdjustmentScanner;
import dev.lockstep.domain.usecase.query.OrderScanner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Matches all stored executions into round trips, first in, first out, with their fees; from what
 * is stored alone.
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
     * @param fees its part of the fees of both orders in dollars, negative if paid
     * @param entry the order that opened it, null if it is not stored
     * @param exit the order that closed it, null if it is not stored
     */
    public record Trip(RoundTrip trip, Money fees, @Nullable Order entry, @Nullable Order exit) {}

    /**
     * The round trips.
     *
     * @param newest the last {@value #MAX_TRIPS} round trips, newest first
     * @param statistics the figures of all of the filter, without fees
     * @param fees the fees of these in dollars, negative if paid
     * @param otherFees the fees of no round trip, negative if paid; null with a filter
     * @param timeInMarket when a position was open; null with a filter
     * @param days the profit of each day in New York on which a round trip closed, oldest first
     */
    public record Report(
            List<Trip> newest,
            TripStatistics statistics,
            Money fees,
            @Nullable Money otherFees,
            @Nullable TimeInMarket timeInMarket,
            List<Day> days) {
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

    /** Returns all round trips. */
    public Report list() {
        return list(TripFilter.ALL);
    }

    /** Returns the round trips of a filter, and their figures. */
    public Report list(TripFilter filter) {
        MatchedTrades matched = matched();
        boolean all = filter.equals(TripFilter.ALL);
        List<FeeTrip> wanted = all ? matched.trips() : wanted(matched.trips(), filter);
        List<RoundTrip> closed = wanted.stream().map(FeeTrip::trip).toList();
        return new Report(
                wanted.reversed().stream().limit(MAX_TRIPS).map(this::withOrders).toList(),
                TripStatistics.of(closed),
                wanted.stream().map(FeeTrip::fees).reduce(Money.ZERO, Money::plus),
                all ? matched.otherFees() : null,
                all ? matched.timeInMarket() : null,
                byDay(closed));
    }

    /** The orders of the strategy are read once, instead of one for each round trip. */
    private List<FeeTrip> wanted(List<FeeTrip> trips, TripFilter filter) {
        Symbol symbol = filter.symbol();
        StrategyId strategy = filter.strategy();
        Set<BrokerOrderId> entries =
                strategy == null ? Set.of() : entries(OrderQuery.all().of(strategy));
        return trips.stream()
                .filter(each -> symbol == null || each.trip().symbol().equals(symbol))
                .filter(each -> strategy == null || entries.contains(each.trip().entryOrder()))
                .toList();
    }

    private Set<BrokerOrderId> entries(OrderQuery query) {
        Set<BrokerOrderId> ids = new HashSet<>();
        new OrderScanner(repository)
                .of(
                        query,
                        order -> {
                            if (order.brokerOrderId() != null) {
                                ids.add(order.brokerOrderId());
                            }
                        });
        return ids;
    }

    /** Returns all round trips, oldest first; their orders are read one after the other. */
    public Stream<Trip> all() {
        return matched().trips().stream().map(this::withOrders);
    }

    private MatchedTrades matched() {
        return MatchedTrades.of(
                fills.between(Instant.EPOCH, LAST),
                new AdjustmentScanner(repository.adjustments())
                        .listed(AdjustmentQuery.all().of(AdjustmentKind.FEE)));
    }

    private static List<Day> byDay(List<RoundTrip> closed) {
        SortedMap<LocalDate, Day> days = new TreeMap<>();
        closed.stream()
                .map(trip -> new Day(DayTrades.dayOf(trip.exitedAt()), 1, trip.profit()))
                .forEach(one -> days.merge(one.day(), one, Day::and));
        return List.copyOf(days.values());
    }

    private Trip withOrders(FeeTrip matched) {
        RoundTrip trip = matched.trip();
        return new Trip(
                trip,
                matched.fees(),
                repository.byBrokerOrderId(trip.entryOrder()).orElse(null),
                repository.byBrokerOrderId(trip.exitOrder()).orElse(null));
    }
}
