package dev.lockstep.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.exchange.hours.AlwaysOpen;
import dev.lockstep.simulator.exchange.market.Disturbance;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.exchange.model.AssetClass;
import dev.lockstep.simulator.exchange.model.LegRole;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderListQuery;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkedOrdersTest {
    private final Venue venue = new Venue();

    @BeforeEach
    void price() {
        venue.price("AAPL", "200");
    }

    private UUID id(Ask ask) {
        return venue.accepted(ask.build()).order().id();
    }

    @Test
    void the_legs_of_a_bracket_are_held_until_the_entry_has_filled() {
        UUID entry = id(Ask.buy("AAPL").limit("195").bracket("220", "180"));
        assertThat(venue.leg(entry, LegRole.TAKE_PROFIT).status()).isEqualTo(OrderStatus.HELD);
        venue.price("AAPL", "195");
        assertThat(venue.leg(entry, LegRole.TAKE_PROFIT).status()).isEqualTo(OrderStatus.NEW);
        assertThat(venue.leg(entry, LegRole.STOP_LOSS).status()).isEqualTo(OrderStatus.HELD);
    }

    @Test
    void the_take_profit_cancels_the_stop() {
        UUID entry = id(Ask.buy("AAPL").bracket("220", "180"));
        venue.price("AAPL", "221");
        assertThat(venue.leg(entry, LegRole.TAKE_PROFIT).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.leg(entry, LegRole.STOP_LOSS).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(venue.held("AAPL")).isZero();
    }

    @Test
    void the_stop_cancels_the_take_profit() {
        UUID entry = id(Ask.buy("AAPL").bracket("220", "180"));
        venue.price("AAPL", "179");
        assertThat(venue.leg(entry, LegRole.STOP_LOSS).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.leg(entry, LegRole.TAKE_PROFIT).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(venue.held("AAPL")).isZero();
    }

    @Test
    void canceling_one_of_a_bracket_cancels_the_group() {
        UUID entry = id(Ask.buy("AAPL").limit("195").bracket("220", "180"));
        venue.exchange.desk().cancel(Venue.ACCOUNT, entry, venue.now);
        assertThat(venue.leg(entry, LegRole.STOP_LOSS).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(venue.leg(entry, LegRole.TAKE_PROFIT).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void an_oco_is_its_own_take_profit_and_its_stop_is_armed_at_once() {
        venue.buy("AAPL", "10");
        UUID oco = id(Ask.sell("AAPL").oco("220", "180").during(TimeInForce.GTC));
        assertThat(venue.order(oco).terms().limitPrice()).isEqualByComparingTo("220");
        assertThat(venue.view(oco).legs()).hasSize(1);
        venue.price("AAPL", "180");
        assertThat(venue.leg(oco, LegRole.STOP_LOSS).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.status(oco)).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void the_stop_of_an_oto_becomes_active_after_the_entry_fills() {
        UUID entry = id(Ask.buy("AAPL").otoStop("180"));
        assertThat(venue.leg(entry, LegRole.STOP_LOSS).status()).isEqualTo(OrderStatus.NEW);
        venue.price("AAPL", "175");
        assertThat(venue.held("AAPL")).isZero();
    }

    @Test
    void a_partly_filled_take_profit_reduces_the_stop() {
        Venue partial = new Venue(new ExchangeConfig(11, 0, false, new AlwaysOpen()));
        partial.price("AAPL", "200");
        UUID entry =
                partial.accepted(Ask.buy("AAPL").qty("100").bracket("220", "180").build())
                        .order()
                        .id();
        partial.exchange.disturb(
                new Disturbance(Set.of(), Set.of(), Set.of(), BigDecimal.ONE), partial.now);
        partial.price("AAPL", "220");
        Order profit = partial.leg(entry, LegRole.TAKE_PROFIT);
        assertThat(profit.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(partial.leg(entry, LegRole.STOP_LOSS).terms().qty())
                .isEqualByComparingTo(profit.leavesQty());
        partial.exchange.disturb(Disturbance.NONE, partial.now);
        partial.price("AAPL", "170");
        assertThat(partial.held("AAPL")).isZero();
    }

    @Test
    void open_orders_exclude_held_legs_unless_all_are_requested() {
        id(Ask.buy("AAPL").limit("195").bracket("220", "180"));
        assertThat(list(OrderListQuery.Status.OPEN, false)).hasSize(1);
        assertThat(list(OrderListQuery.Status.ALL, false)).hasSize(3);
        assertThat(list(OrderListQuery.Status.ALL, true)).hasSize(1);
    }

    private List<OrderSnapshot> list(OrderListQuery.Status status, boolean nested) {
        OrderListQuery query =
                new OrderListQuery(
                        status,
                        50,
                        null,
                        null,
                        null,
                        null,
                        true,
                        nested,
                        Set.of(),
                        null,
                        Set.of(AssetClass.values()));
        return venue.exchange.records().orders(Venue.ACCOUNT, query);
    }
}
