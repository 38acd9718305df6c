package dev.lockstep.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.exchange.hours.ExchangeHours;
import dev.lockstep.simulator.exchange.hours.MarketPhase;
import dev.lockstep.simulator.exchange.hours.RealHours;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rules of the real calendar: bells, auctions, extended hours, weekends and holidays, in New York
 * time.
 */
class SessionTest {
    private final Venue venue = new Venue(new ExchangeConfig(7, 0, false, new RealHours()));

    private UUID at(String time, Ask ask) {
        venue.now = Instant.parse(time);
        return venue.accepted(ask.build()).order().id();
    }

    private OrderStatus statusAt(String time, UUID id) {
        venue.now = Instant.parse(time);
        venue.exchange.advance(venue.now);
        return venue.status(id);
    }

    @Test
    void an_opening_order_fills_at_the_bell_or_is_canceled() {
        venue.price("AAPL", "200");
        UUID market = at("2026-03-03T14:00:00Z", Ask.buy("AAPL").during(TimeInForce.OPG));
        UUID limit =
                at("2026-03-03T14:00:00Z", Ask.buy("AAPL").limit("150").during(TimeInForce.OPG));
        assertThat(statusAt("2026-03-03T14:29:59Z", market)).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(statusAt("2026-03-03T14:30:00Z", market)).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.status(limit)).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a_closing_order_waits_for_the_close_while_the_market_is_open() {
        venue.price("AAPL", "200");
        UUID id = at("2026-03-03T15:00:00Z", Ask.buy("AAPL").during(TimeInForce.CLS));
        assertThat(statusAt("2026-03-03T20:59:59Z", id)).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(statusAt("2026-03-03T21:00:00Z", id)).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void auction_orders_are_rejected_from_shortly_before_the_bell_until_the_evening() {
        assertThat(refusedAt("2026-03-03T14:28:00Z", TimeInForce.OPG)).startsWith("opg orders");
        assertThat(refusedAt("2026-03-03T20:50:00Z", TimeInForce.CLS)).startsWith("cls orders");
        at("2026-03-04T00:00:00Z", Ask.buy("AAPL").during(TimeInForce.OPG));
        at("2026-03-04T00:00:00Z", Ask.buy("AAPL").during(TimeInForce.CLS));
    }

    @Test
    void only_extended_hours_orders_fill_before_the_bell_and_they_last_until_the_evening() {
        venue.now = Instant.parse("2026-03-03T10:00:00Z");
        venue.price("AAPL", "200");
        UUID plain = at("2026-03-03T10:00:00Z", Ask.buy("AAPL").limit("210"));
        UUID early = at("2026-03-03T10:00:00Z", Ask.buy("AAPL").limit("210").extendedHours());
        UUID low = at("2026-03-03T10:00:00Z", Ask.buy("AAPL").limit("150").extendedHours());
        assertThat(venue.status(plain)).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(venue.status(early)).isEqualTo(OrderStatus.FILLED);
        assertThat(statusAt("2026-03-03T14:30:00Z", plain)).isEqualTo(OrderStatus.FILLED);
        assertThat(statusAt("2026-03-03T21:30:00Z", low)).isEqualTo(OrderStatus.NEW);
        assertThat(statusAt("2026-03-04T01:00:00Z", low)).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void weekends_and_holidays_are_closed_for_stocks_and_not_for_crypto() {
        Instant saturday = Instant.parse("2026-03-07T17:00:00Z");
        Instant thanksgiving = Instant.parse("2026-11-26T17:00:00Z");
        Instant earlyClose = Instant.parse("2026-11-27T18:00:00Z");
        assertThat(venue.exchange.clock(saturday).open()).isFalse();
        assertThat(venue.exchange.clock(saturday).nextOpen()).isEqualTo("2026-03-09T13:30:00Z");
        assertThat(venue.exchange.clock(thanksgiving).open()).isFalse();
        assertThat(venue.exchange.clock(earlyClose).open()).isFalse();
        venue.price("BTC/USD", "100000");
        UUID id =
                at("2026-03-07T17:00:00Z", Ask.buy("BTC/USD").qty("0.01").during(TimeInForce.GTC));
        assertThat(venue.status(id)).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void stops_and_trailing_stops_are_inactive_outside_regular_hours() {
        venue.now = Instant.parse("2026-03-03T15:00:00Z");
        venue.price("AAPL", "200");
        venue.buy("AAPL", "20");
        UUID stop =
                at("2026-03-03T15:00:00Z", Ask.sell("AAPL").stop("190").during(TimeInForce.GTC));
        UUID trail =
                at(
                        "2026-03-03T15:00:00Z",
                        Ask.sell("AAPL").trailPrice("10").during(TimeInForce.GTC));
        venue.now = Instant.parse("2026-03-03T22:00:00Z");
        venue.price("AAPL", "180");
        assertThat(venue.status(stop)).isEqualTo(OrderStatus.DONE_FOR_DAY);
        assertThat(venue.status(trail)).isEqualTo(OrderStatus.DONE_FOR_DAY);
        venue.now = Instant.parse("2026-03-04T15:00:00Z");
        venue.price("AAPL", "181");
        assertThat(venue.status(stop)).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.status(trail)).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void gtc_orders_are_done_for_the_day_at_the_close_and_active_at_the_open() {
        venue.price("AAPL", "200");
        UUID gtc = at("2026-03-03T15:00:00Z", Ask.buy("AAPL").limit("150").during(TimeInForce.GTC));
        UUID day = at("2026-03-03T15:00:00Z", Ask.buy("AAPL").limit("150"));
        assertThat(statusAt("2026-03-03T20:59:59Z", gtc)).isEqualTo(OrderStatus.NEW);
        assertThat(statusAt("2026-03-03T21:00:00Z", gtc)).isEqualTo(OrderStatus.DONE_FOR_DAY);
        assertThat(venue.status(day)).isEqualTo(OrderStatus.EXPIRED);
        assertThat(statusAt("2026-03-04T14:29:59Z", gtc)).isEqualTo(OrderStatus.DONE_FOR_DAY);
        assertThat(statusAt("2026-03-04T14:30:00Z", gtc)).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void a_price_that_fell_overnight_fills_a_resting_limit_at_the_open_and_not_before() {
        venue.price("AAPL", "200");
        UUID gtc = at("2026-03-03T15:00:00Z", Ask.buy("AAPL").limit("150").during(TimeInForce.GTC));
        venue.now = Instant.parse("2026-03-03T22:00:00Z");
        venue.price("AAPL", "140");
        assertThat(venue.status(gtc)).isEqualTo(OrderStatus.DONE_FOR_DAY);
        assertThat(statusAt("2026-03-04T14:30:00Z", gtc)).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void an_order_that_is_done_for_the_day_can_be_canceled() {
        venue.price("AAPL", "200");
        UUID gtc = at("2026-03-03T15:00:00Z", Ask.buy("AAPL").limit("150").during(TimeInForce.GTC));
        venue.now = Instant.parse("2026-03-03T22:00:00Z");
        venue.exchange.desk().cancel(Venue.ACCOUNT, gtc, venue.now);
        assertThat(venue.status(gtc)).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a_long_pause_is_processed_in_chronological_order() {
        UUID queued = at("2026-03-03T10:00:00Z", Ask.buy("AAPL"));
        UUID unmet = at("2026-03-03T10:00:00Z", Ask.buy("AAPL").limit("1"));
        assertThat(statusAt("2026-03-09T10:00:00Z", queued)).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.order(queued).milestones().filledAt()).isEqualTo("2026-03-03T14:30:00Z");
        assertThat(venue.status(unmet)).isEqualTo(OrderStatus.EXPIRED);
        assertThat(venue.order(unmet).milestones().expiredAt()).isEqualTo("2026-03-03T21:00:00Z");
    }

    @Test
    void prices_do_not_walk_while_the_market_is_closed() {
        Venue walking = new Venue(new ExchangeConfig(7, 0, true, new RealHours()));
        walking.now = Instant.parse("2026-03-07T17:00:00Z");
        walking.submit(Ask.buy("AAPL").build());
        var before = walking.exchange.prices().price(walking.asset("AAPL"));
        walking.exchange.prices().tickWatched(Set.of(), walking.now);
        assertThat(walking.exchange.prices().price(walking.asset("AAPL"))).isEqualTo(before);
        walking.now = Instant.parse("2026-03-09T15:00:00Z");
        walking.exchange.prices().tickWatched(Set.of(), walking.now);
        assertThat(walking.exchange.prices().price(walking.asset("AAPL"))).isNotEqualTo(before);
    }

    private String refusedAt(String time, TimeInForce timeInForce) {
        venue.now = Instant.parse(time);
        return venue.refused(Ask.buy("AAPL").during(timeInForce).build()).message();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T08:59:59Z, CLOSED, true, 2026-03-03T09:00:00Z",
        "2026-03-03T09:00:00Z, PRE, true, 2026-03-03T14:30:00Z",
        "2026-03-03T14:30:00Z, CORE, true, 2026-03-03T21:00:00Z",
        "2026-03-03T21:00:00Z, POST, true, 2026-03-04T01:00:00Z",
        "2026-03-04T01:00:00Z, CLOSED, true, 2026-03-04T09:00:00Z",
        "2026-03-07T15:00:00Z, CLOSED, false, 2026-03-09T08:00:00Z",
        "2026-11-26T15:00:00Z, CLOSED, false, 2026-11-27T09:00:00Z",
        "2026-11-27T17:59:59Z, CORE, true, 2026-11-27T18:00:00Z",
    })
    void each_moment_lies_in_one_phase_of_the_day(
            String time, MarketPhase phase, boolean marketDay, String until) {
        assertThat(venue.exchange.day(Instant.parse(time)))
                .isEqualTo(new ExchangeHours.Day(marketDay, phase, Instant.parse(until)));
    }
}
