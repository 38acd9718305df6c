package dev.lockstep.simulator.exchange;

import static dev.lockstep.simulator.exchange.Venue.dec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.exchange.model.ExchangeResult;
import dev.lockstep.simulator.exchange.model.LegRole;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.RequestedReplacement;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplaceTest {
    private final Venue venue = new Venue();

    @BeforeEach
    void price() {
        venue.price("AAPL", "200");
    }

    private ExchangeResult<OrderSnapshot> replace(
            UUID id, @Nullable String qty, @Nullable String limit) {
        return venue.exchange
                .desk()
                .replace(
                        Venue.ACCOUNT,
                        id,
                        new RequestedReplacement(
                                qty == null ? null : dec(qty),
                                null,
                                limit == null ? null : dec(limit),
                                null,
                                null,
                                null),
                        venue.now);
    }

    private String refusal(Ask ask, RequestedReplacement request) {
        UUID id = venue.accepted(ask.build()).order().id();
        return Venue.refusal(venue.exchange.desk().replace(Venue.ACCOUNT, id, request, venue.now))
                .message();
    }

    private static RequestedReplacement stop(String price) {
        return new RequestedReplacement(null, null, null, dec(price), null, null);
    }

    private static RequestedReplacement during(TimeInForce timeInForce) {
        return new RequestedReplacement(null, timeInForce, null, null, null, null);
    }

    private UUID replaced(UUID id, @Nullable String qty, @Nullable String limit) {
        return successor(replace(id, qty, limit));
    }

    private static UUID successor(ExchangeResult<OrderSnapshot> answer) {
        return switch (answer) {
            case ExchangeResult.Granted<OrderSnapshot>(OrderSnapshot order) -> order.order().id();
            case ExchangeResult.Refused<OrderSnapshot>(VenueRefusal refusal) ->
                    throw new AssertionError(refusal.message());
        };
    }

    @Test
    void replacing_twice_makes_a_chain() {
        UUID first = venue.accepted(Ask.buy("AAPL").limit("190").build()).order().id();
        UUID second = replaced(first, null, "191");
        UUID third = replaced(second, "20", null);
        assertThat(venue.status(first)).isEqualTo(OrderStatus.REPLACED);
        assertThat(venue.order(first).lineage().replacedBy()).isEqualTo(second);
        assertThat(venue.order(second).lineage().replaces()).isEqualTo(first);
        assertThat(venue.order(second).lineage().replacedBy()).isEqualTo(third);
        assertThat(venue.order(third).terms().limitPrice()).isEqualByComparingTo("191");
        assertThat(venue.order(third).clientOrderId())
                .isNotEqualTo(venue.order(second).clientOrderId());
        assertThat(venue.status(third)).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void a_successor_that_crosses_the_market_fills() {
        UUID first = venue.accepted(Ask.buy("AAPL").limit("190").build()).order().id();
        assertThat(venue.status(replaced(first, null, "201"))).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void unchanged_or_finished_orders_are_not_replaced() {
        UUID open = venue.accepted(Ask.buy("AAPL").limit("190").build()).order().id();
        assertThat(Venue.refusal(replace(open, "10", "190.00")).message())
                .isEqualTo("order parameters are not changed");
        UUID filled = venue.buy("AAPL", "1");
        assertThat(Venue.refusal(replace(filled, "2", null)).message())
                .isEqualTo("order is already in \"filled\" state");
        UUID dollars =
                venue.accepted(Ask.buy("AAPL").notional("100").limit("150").build()).order().id();
        assertThat(Venue.refusal(replace(dollars, null, "151")).message())
                .isEqualTo("notional orders cannot be replaced");
    }

    @Test
    void a_successor_complies_with_the_rules_of_its_order_type() {
        assertThat(refusal(Ask.buy("AAPL").limit("190"), stop("195")))
                .isEqualTo("limit orders require no stop price");
        assertThat(refusal(Ask.buy("AAPL").stop("210"), during(TimeInForce.OPG)))
                .isEqualTo("opg and cls orders must be market or limit orders");
        assertThat(refusal(Ask.buy("AAPL").trailPrice("9"), during(TimeInForce.FOK)))
                .isEqualTo("trailing stop orders must be simple DAY or GTC orders");
        assertThat(
                        refusal(
                                Ask.buy("AAPL").limit("190").bracket("220", "180"),
                                during(TimeInForce.IOC)))
                .isEqualTo("complex orders must be DAY or GTC orders");
        assertThat(refusal(Ask.buy("AAPL").limit("190").extendedHours(), during(TimeInForce.CLS)))
                .isEqualTo("extended hours order must be DAY or GTC limit orders");
        Ask pair = Ask.buy("BTC/USD").qty("0.1").limit("900").during(TimeInForce.GTC);
        assertThat(refusal(pair, during(TimeInForce.DAY)))
                .isEqualTo("invalid crypto time_in_force");
    }

    @Test
    void a_fractional_order_keeps_its_quantity_and_time_in_force() {
        Ask fraction = Ask.buy("AAPL").qty("0.5").limit("190");
        assertThat(refusal(fraction, during(TimeInForce.GTC)))
                .isEqualTo("fractional orders must be DAY orders");
        UUID id = venue.accepted(fraction.build()).order().id();
        assertThat(Venue.refusal(replace(id, "2", null)).message())
                .isEqualTo("qty of fractional orders cannot be changed");
        assertThat(venue.status(replaced(id, null, "191"))).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void a_stop_cannot_be_moved_past_the_market() {
        assertThat(refusal(Ask.buy("AAPL").stop("210"), stop("199")))
                .isEqualTo("stop price must be greater than current price");
    }

    @Test
    void a_closing_order_that_reserves_all_shares_can_be_replaced() {
        venue.buy("AAPL", "10");
        UUID exit = venue.accepted(Ask.sell("AAPL").limit("250").build()).order().id();
        UUID moved = replaced(exit, "10", "240");
        assertThat(venue.status(moved)).isEqualTo(OrderStatus.NEW);
        assertThat(Venue.refusal(replace(moved, "11", null)).message())
                .startsWith("insufficient qty available for order");
    }

    @Test
    void the_legs_of_a_replaced_entry_follow_its_successor() {
        UUID entry =
                venue.accepted(Ask.buy("AAPL").limit("190").bracket("220", "180").build())
                        .order()
                        .id();
        UUID successor = replaced(entry, null, "195");
        assertThat(venue.view(entry).legs()).isEmpty();
        assertThat(venue.view(successor).legs()).hasSize(2);
        venue.price("AAPL", "195");
        venue.price("AAPL", "220");
        assertThat(venue.held("AAPL")).isZero();
    }

    @Test
    void a_replaced_leg_stays_a_leg() {
        UUID entry = venue.accepted(Ask.buy("AAPL").bracket("220", "180").build()).order().id();
        UUID profit = venue.leg(entry, LegRole.TAKE_PROFIT).id();
        UUID moved = replaced(profit, null, "210");
        venue.price("AAPL", "210");
        assertThat(venue.status(moved)).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.leg(entry, LegRole.STOP_LOSS).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a_leg_replaced_before_the_entry_filled_stays_replaced() {
        UUID entry =
                venue.accepted(Ask.buy("AAPL").limit("195").bracket("220", "180").build())
                        .order()
                        .id();
        UUID first = venue.leg(entry, LegRole.TAKE_PROFIT).id();
        UUID second = replaced(first, null, "230");
        venue.price("AAPL", "195");
        assertThat(venue.status(first)).isEqualTo(OrderStatus.REPLACED);
        assertThat(venue.status(second)).isEqualTo(OrderStatus.NEW);
        assertThat(venue.leg(entry, LegRole.STOP_LOSS).status()).isEqualTo(OrderStatus.HELD);
    }

    @Test
    void the_successor_of_a_stop_that_is_alone_becomes_active_after_the_entry_fills() {
        UUID entry =
                venue.accepted(Ask.buy("AAPL").limit("195").otoStop("180").build()).order().id();
        UUID first = venue.leg(entry, LegRole.STOP_LOSS).id();
        UUID second =
                successor(
                        venue.exchange
                                .desk()
                                .replace(Venue.ACCOUNT, first, stop("185"), venue.now));
        venue.price("AAPL", "195");
        assertThat(venue.status(first)).isEqualTo(OrderStatus.REPLACED);
        assertThat(venue.status(second)).isEqualTo(OrderStatus.NEW);
    }
}
