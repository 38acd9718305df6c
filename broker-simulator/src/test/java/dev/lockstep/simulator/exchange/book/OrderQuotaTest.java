package dev.lockstep.simulator.exchange.book;

import static dev.lockstep.simulator.exchange.Venue.dec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.exchange.Ask;
import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.Venue;
import dev.lockstep.simulator.exchange.hours.AlwaysOpen;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.exchange.market.SeededRandom;
import dev.lockstep.simulator.exchange.model.Bars;
import dev.lockstep.simulator.exchange.model.ExchangeResult;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.exchange.model.RequestedOrder;
import dev.lockstep.simulator.exchange.model.RequestedReplacement;
import dev.lockstep.simulator.exchange.model.Side;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import dev.lockstep.simulator.exchange.rule.ClosePositionRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class OrderQuotaTest {
    private static final int MAX_ORDERS = 3;
    private static final int RESERVE = 100;

    private final Venue venue = bounded(MAX_ORDERS);

    private static Venue bounded(int maxOrders) {
        return new Venue(
                new ExchangeConfig(7, 0, false, new AlwaysOpen(), Bars.NONE, false, maxOrders));
    }

    @Test
    void beyond_the_limit_no_order_opens_a_position() {
        for (int order = 0; order < MAX_ORDERS; order++) {
            venue.buy("AAPL", "10");
        }
        assertThat(venue.refused(Ask.buy("AAPL").build()))
                .isEqualTo(
                        VenueRefusal.forbidden(
                                "the simulator keeps at most 3 orders; restart it with another"
                                        + " --state, or raise --max-orders"));
    }

    @Test
    void beyond_the_limit_a_position_can_be_closed_and_its_order_replaced() {
        venue.buy("AAPL", "10");
        UUID exit = venue.accepted(Ask.sell("AAPL").qty("4").limit("900").build()).order().id();
        venue.buy("MSFT", "1");
        RequestedReplacement nearer =
                new RequestedReplacement(null, null, dec("800"), null, null, null);
        assertThat(venue.exchange.desk().replace(Venue.ACCOUNT, exit, nearer, venue.now))
                .isInstanceOf(ExchangeResult.Granted.class);
        ExchangeResult<OrderSnapshot> closed =
                venue.exchange
                        .desk()
                        .close(
                                Venue.ACCOUNT,
                                venue.asset("MSFT"),
                                ClosePositionRequest.ALL,
                                venue.now);
        assertThat(closed).isInstanceOf(ExchangeResult.Granted.class);
        assertThat(venue.held("MSFT")).isEqualByComparingTo("0");
    }

    @Test
    void the_reserve_for_closing_is_bounded_too() {
        venue.buy("F", "1000");
        for (int order = 1; order < MAX_ORDERS + RESERVE; order++) {
            venue.accepted(Ask.sell("F").qty("1").build());
        }
        assertThat(venue.refused(Ask.sell("F").qty("1").build()).message())
                .startsWith("the simulator keeps at most 3 orders");
    }

    @Test
    void the_excess_of_a_restored_ledger_does_not_use_up_the_reserve() {
        Venue before = new Venue();
        for (int order = 0; order < MAX_ORDERS + 2 * RESERVE; order++) {
            before.buy("F", "1");
        }
        Exchange restored =
                new Exchange(
                        new ExchangeConfig(
                                7, 0, false, new AlwaysOpen(), Bars.NONE, false, MAX_ORDERS),
                        (_, _) -> {});
        before.entries.forEach(restored::restore);
        restored.resume();
        RequestedOrder more = RequestedOrder.market("F", Side.BUY, BigDecimal.ONE);
        assertThat(restored.desk().submit(Venue.ACCOUNT, more, before.now))
                .isInstanceOf(ExchangeResult.Refused.class);
        assertThat(
                        restored.desk()
                                .close(
                                        Venue.ACCOUNT,
                                        before.asset("F"),
                                        ClosePositionRequest.ALL,
                                        before.now))
                .isInstanceOf(ExchangeResult.Granted.class);
    }

    @Test
    void open_orders_and_trades_are_bounded_too() {
        Venue patient = bounded(50_000);
        for (int order = 0; order < 12_500; order++) {
            patient.accepted(Ask.buy("F").qty("1").limit("1").build());
        }
        assertThat(patient.refused(Ask.buy("F").qty("1").limit("1").build()).message())
                .startsWith("the simulator keeps at most 12500 open orders; cancel some");
        Venue crumbling =
                new Venue(
                        new ExchangeConfig(
                                7,
                                SeededRandom.MILLIONTHS,
                                false,
                                new AlwaysOpen(),
                                Bars.NONE,
                                false,
                                10));
        BigDecimal many = new BigDecimal("100");
        int taken = 0;
        while (crumbling.submit(RequestedOrder.market("F", Side.BUY, many))
                instanceof ExchangeResult.Granted<OrderSnapshot>) {
            crumbling.pass(Duration.ofMinutes(1));
            taken++;
        }
        assertThat(taken).isBetween(1, 9);
    }
}
