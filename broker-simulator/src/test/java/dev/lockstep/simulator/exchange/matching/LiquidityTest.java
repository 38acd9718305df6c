package dev.lockstep.simulator.exchange.matching;

import static dev.lockstep.simulator.exchange.Venue.dec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.exchange.Ask;
import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.Venue;
import dev.lockstep.simulator.exchange.hours.AlwaysOpen;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.exchange.model.Bar;
import dev.lockstep.simulator.exchange.model.Bars;
import dev.lockstep.simulator.exchange.model.Decimals;
import dev.lockstep.simulator.exchange.model.ExchangeResult;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.RequestedOrder;
import dev.lockstep.simulator.exchange.model.Side;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Trades within a bar are limited by its volume. */
class LiquidityTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String OTHER = "other";

    private final Venue venue = new Venue(config("10", "4", "100"));

    private static ExchangeConfig config(String... volumes) {
        List<Bar> bars =
                IntStream.range(0, volumes.length)
                        .mapToObj(minute -> bar(minute, volumes[minute]))
                        .toList();
        Bars all = new Bars(new TreeMap<>(Map.of("AAPL", bars)));
        return new ExchangeConfig(7, 0, false, new AlwaysOpen(), all, false, 1_000);
    }

    private static Bar bar(int minute, String volume) {
        Instant start = Venue.NOON.plus(MINUTE.multipliedBy(minute));
        return new Bar(
                start,
                start.plus(MINUTE),
                dec("200"),
                dec("200"),
                dec("200"),
                dec("200"),
                dec(volume));
    }

    private UUID id(Ask ask) {
        return venue.accepted(ask.build()).order().id();
    }

    private String filled(UUID id) {
        return Decimals.text(venue.order(id).filled().qty());
    }

    @Test
    void an_order_fills_within_the_bars_volume_and_the_rest_in_later_bars() {
        UUID first = id(Ask.buy("AAPL").qty("7"));
        UUID second = id(Ask.buy("AAPL").qty("9"));
        assertThat(filled(first)).isEqualTo("7");
        assertThat(filled(second)).isEqualTo("3");
        assertThat(venue.status(second)).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        venue.pass(MINUTE.dividedBy(2));
        assertThat(filled(second)).isEqualTo("3");
        venue.pass(MINUTE.dividedBy(2));
        assertThat(filled(second)).isEqualTo("7");
        venue.pass(MINUTE);
        assertThat(filled(second)).isEqualTo("9");
        assertThat(venue.status(second)).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void a_resting_limit_fills_within_the_bars_volume_too() {
        UUID limit = id(Ask.buy("AAPL").qty("12").limit("200"));
        assertThat(filled(limit)).isEqualTo("10");
        venue.pass(MINUTE);
        assertThat(filled(limit)).isEqualTo("12");
    }

    @Test
    void orders_that_must_fill_completely_do_not_fill_in_part() {
        UUID kill = id(Ask.buy("AAPL").qty("11").during(TimeInForce.FOK));
        assertThat(venue.status(kill)).isEqualTo(OrderStatus.CANCELED);
        assertThat(filled(kill)).isEqualTo("0");
        UUID dollars = id(Ask.buy("AAPL").notional("2200"));
        assertThat(filled(dollars)).isEqualTo("0");
        UUID immediate = id(Ask.buy("AAPL").qty("11").during(TimeInForce.IOC));
        assertThat(filled(immediate)).isEqualTo("10");
        assertThat(venue.status(immediate)).isEqualTo(OrderStatus.CANCELED);
        venue.pass(MINUTE.multipliedBy(2));
        assertThat(filled(dollars)).isEqualTo("11");
    }

    @Test
    void all_accounts_share_a_bars_volume_even_after_a_restart() {
        venue.exchange.open(OTHER, dec("100000"), venue.now);
        id(Ask.buy("AAPL").qty("6"));
        Exchange again = new Exchange(config("10", "4", "100"), (_, _) -> {});
        venue.entries.forEach(again::restore);
        again.resume();
        RequestedOrder more = RequestedOrder.market("AAPL", Side.BUY, dec("6"));
        assertThat(again.desk().submit(OTHER, more, venue.now))
                .isInstanceOf(ExchangeResult.Granted.class);
        assertThat(again.records().position(OTHER, venue.asset("AAPL"), venue.now))
                .hasValueSatisfying(
                        view -> assertThat(view.position().qty()).isEqualByComparingTo("4"));
    }

    @Test
    void a_split_converts_a_bars_volume_and_what_has_traded_of_it() {
        id(Ask.buy("AAPL").qty("6"));
        venue.pass(MINUTE.dividedBy(4));
        venue.exchange.corporateActions().split(venue.asset("AAPL"), dec("1"), dec("2"), venue.now);
        UUID rest = id(Ask.buy("AAPL").qty("50"));
        assertThat(filled(rest)).isEqualTo("8");
        venue.pass(MINUTE);
        assertThat(filled(rest)).isEqualTo("16");
    }

    @Test
    void bars_without_volume_and_the_time_after_the_last_bar_are_unlimited() {
        Venue silent = new Venue(config("0", "0"));
        assertThat(silent.status(silent.buy("AAPL", "500"))).isEqualTo(OrderStatus.FILLED);
        venue.pass(MINUTE.multipliedBy(3));
        assertThat(venue.status(venue.buy("AAPL", "400"))).isEqualTo(OrderStatus.FILLED);
    }
}
