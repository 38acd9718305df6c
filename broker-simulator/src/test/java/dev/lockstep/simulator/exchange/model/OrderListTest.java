package dev.lockstep.simulator.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.exchange.Ask;
import dev.lockstep.simulator.exchange.Venue;
import dev.lockstep.simulator.exchange.ledger.Execution;
import dev.lockstep.simulator.exchange.ledger.ExecutionQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Compares pages of the order list with a scan of all orders. */
class OrderListTest {
    private static final int TRIES = 300;
    private static final int ORDERS = 60;
    private static final List<String> SYMBOLS = List.of("AAPL", "F", "BTC/USD", "ETH/USD");

    private final Venue venue = new Venue();

    OrderListTest() {
        trade();
    }

    @Property(tries = TRIES)
    void a_page_equals_a_scan_of_all_orders(@ForAll("queries") OrderListQuery query) {
        List<Order> expected = new ArrayList<>();
        for (OrderSnapshot view : all()) {
            Order order = view.order();
            AssetClass assetClass = venue.asset(order.terms().symbol()).assetClass();
            if (query.matches(order, assetClass)
                    && query.notTooEarly(order)
                    && query.notTooLate(order)) {
                expected.add(query.ascending() ? expected.size() : 0, order);
            }
        }
        List<Order> page =
                venue.exchange.records().orders(Venue.ACCOUNT, query).stream()
                        .map(OrderSnapshot::order)
                        .toList();
        assertThat(page).isEqualTo(expected.subList(0, Math.min(expected.size(), query.limit())));
    }

    @Test
    void the_trades_of_one_order_are_found_among_all() {
        for (OrderSnapshot view : all()) {
            Order order = view.order();
            ExecutionQuery query = new ExecutionQuery(order.id(), null, null, true, ORDERS, null);
            assertThat(venue.exchange.records().executions(Venue.ACCOUNT, query))
                    .allSatisfy(trade -> assertThat(trade.orderId()).isEqualTo(order.id()))
                    .hasSize(order.filled().qty().signum() > 0 ? 1 : 0);
        }
        ExecutionQuery unknown = new ExecutionQuery(new UUID(1, 2), null, null, true, ORDERS, null);
        assertThat(venue.exchange.records().executions(Venue.ACCOUNT, unknown)).isEmpty();
    }

    @Test
    void trades_are_found_by_their_time_in_either_direction() {
        List<Execution> all = trades(null, null, true);
        Instant third = all.get(2).at();
        Instant sixth = all.get(5).at();
        assertThat(trades(third, sixth, true)).isEqualTo(all.subList(3, 5));
        assertThat(trades(third, sixth, false)).isEqualTo(all.subList(3, 5).reversed());
        assertThat(trades(sixth, third, true)).isEmpty();
    }

    private List<Execution> trades(
            @Nullable Instant after, @Nullable Instant until, boolean ascending) {
        ExecutionQuery query = new ExecutionQuery(null, after, until, ascending, ORDERS, null);
        return venue.exchange.records().executions(Venue.ACCOUNT, query);
    }

    private List<OrderSnapshot> all() {
        return venue.exchange.records().ledger(0, ORDERS * 3);
    }

    /** Creates orders of both sides and classes, open, filled and canceled, one minute apart. */
    private void trade() {
        for (int number = 0; number < ORDERS; number++) {
            String symbol = SYMBOLS.get(number % SYMBOLS.size());
            boolean rests = number % 3 == 0;
            boolean sells = number % 7 > 4;
            Ask ask =
                    (sells ? Ask.sell(symbol) : Ask.buy(symbol))
                            .qty(symbol.contains("/") ? "0.05" : "1");
            Ask priced =
                    rests ? ask.limit(sells ? "900000" : symbol.contains("/") ? "900" : "5") : ask;
            ExchangeResult<OrderSnapshot> outcome =
                    venue.submit(priced.during(TimeInForce.GTC).build());
            if (outcome instanceof ExchangeResult.Granted<OrderSnapshot>(OrderSnapshot order)
                    && number % 9 == 0) {
                venue.exchange.desk().cancel(Venue.ACCOUNT, order.order().id(), venue.now);
            }
            venue.pass(Duration.ofMinutes(1));
        }
        venue.accepted(Ask.buy("F").qty("1").bracket("90", "5").build());
        assertThat(all()).hasSizeGreaterThan(ORDERS / 2);
    }

    @Provide
    Arbitrary<OrderListQuery> queries() {
        Arbitrary<Instant> times =
                Arbitraries.integers()
                        .between(0, ORDERS)
                        .map(minute -> Venue.NOON.plus(Duration.ofMinutes(minute)));
        return Combinators.combine(
                        Arbitraries.of(OrderListQuery.Status.class),
                        Arbitraries.integers().between(1, 20),
                        times.injectNull(0.6),
                        times.injectNull(0.6),
                        Arbitraries.of(true, false),
                        Arbitraries.subsetOf("AAPL", "F", "BTC/USD", "NONE"),
                        Arbitraries.of(Side.class).injectNull(0.5),
                        Arbitraries.subsetOf(AssetClass.values()))
                .as((status, limit, after, until, flag, symbols, side, classes) ->
                        new OrderListQuery(
                                status,
                                limit,
                                after,
                                until,
                                null,
                                null,
                                flag,
                                flag,
                                Set.copyOf(symbols),
                                side,
                                Set.copyOf(classes)));
    }
}
