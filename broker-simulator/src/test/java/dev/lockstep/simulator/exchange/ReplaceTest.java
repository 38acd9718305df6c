package dev.lockstep.simulator.exchange;

import static dev.lockstep.simulator.exchange.Venue.dec;
import static org.assertj.core.api.Assertions.assertThat;

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

    private Outcome<OrderView> replace(UUID id, @Nullable String qty, @Nullable String limit) {
        return venue.exchange
                .desk()
                .replace(
                        Venue.ACCOUNT,
                        id,
                        new ReplaceRequest(
                                qty == null ? null : dec(qty),
                                null,
                                limit == null ? null : dec(limit),
                                null,
                                null,
                                null),
                        venue.now);
    }

    private UUID replaced(UUID id, @Nullable String qty, @Nullable String limit) {
        return switch (replace(id, qty, limit)) {
            case Outcome.Granted<OrderView>(OrderView order) -> order.order().id();
            case Outcome.Refused<OrderView>(Refusal refusal) ->
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
    void a_closing_order_can_be_moved_though_it_holds_all_shares() {
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
}
