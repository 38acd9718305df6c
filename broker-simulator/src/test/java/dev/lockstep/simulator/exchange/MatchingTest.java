package dev.lockstep.simulator.exchange;

import static dev.lockstep.simulator.exchange.Venue.dec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.exchange.hours.AlwaysOpen;
import dev.lockstep.simulator.exchange.hours.RealHours;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import dev.lockstep.simulator.exchange.model.TriggerState;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private final Venue venue = new Venue();

    private UUID id(Ask ask) {
        return venue.accepted(ask.build()).order().id();
    }

    @Test
    void a_marketable_limit_order_gets_the_better_market_price() {
        venue.price("AAPL", "200");
        UUID id = id(Ask.buy("AAPL").limit("210"));
        assertThat(venue.order(id).filled().averagePrice()).isEqualByComparingTo("200");
    }

    @Test
    void a_stop_order_waits_for_its_price_and_then_fills_at_the_market() {
        venue.price("AAPL", "200");
        venue.buy("AAPL", "10");
        UUID id = id(Ask.sell("AAPL").stop("190"));
        venue.price("AAPL", "191");
        assertThat(venue.status(id)).isEqualTo(OrderStatus.NEW);
        venue.price("AAPL", "189");
        assertThat(venue.status(id)).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.order(id).filled().averagePrice()).isEqualByComparingTo("189");
    }

    @Test
    void a_stop_limit_order_rests_at_its_limit_once_it_is_triggered() {
        venue.price("AAPL", "200");
        UUID id = id(Ask.buy("AAPL").stop("205").limit("206"));
        venue.price("AAPL", "207");
        assertThat(venue.status(id)).isEqualTo(OrderStatus.NEW);
        assertThat(venue.order(id).readiness()).isEqualTo(TriggerState.TRIGGERED);
        venue.price("AAPL", "206");
        assertThat(venue.status(id)).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void a_resting_limit_order_gets_the_better_price_of_a_jump_past_its_limit() {
        venue.price("AAPL", "200");
        UUID buy = id(Ask.buy("AAPL").limit("195"));
        venue.price("AAPL", "190");
        assertThat(venue.order(buy).filled().averagePrice()).isEqualByComparingTo("190");
        UUID sell = id(Ask.sell("AAPL").limit("210"));
        venue.price("AAPL", "220");
        assertThat(venue.order(sell).filled().averagePrice()).isEqualByComparingTo("220");
    }

    @Test
    void a_stop_limit_order_that_a_jump_triggers_within_its_limit_fills_at_the_market() {
        venue.price("AAPL", "200");
        UUID id = id(Ask.buy("AAPL").stop("205").limit("210"));
        venue.price("AAPL", "207");
        assertThat(venue.order(id).filled().averagePrice()).isEqualByComparingTo("207");
    }

    @Test
    void a_step_of_the_walk_passes_the_limit_of_a_resting_order() {
        Venue walking = new Venue(new ExchangeConfig(3, 0, true, new AlwaysOpen()));
        UUID buy =
                walking.accepted(Ask.buy("AAPL").limit("232.10").during(TimeInForce.GTC).build())
                        .order()
                        .id();
        for (int step = 0; step < 5_000 && !walking.status(buy).closed(); step++) {
            walking.exchange.prices().tick(walking.asset("AAPL"), walking.now);
        }
        assertThat(walking.order(buy).filled().averagePrice()).isEqualByComparingTo("232.10");
    }

    @Test
    void a_trailing_stop_follows_the_market_up_and_never_down() {
        venue.price("AAPL", "200");
        venue.buy("AAPL", "10");
        UUID id = id(Ask.sell("AAPL").trailPercent("10"));
        assertThat(venue.order(id).terms().stopPrice()).isEqualByComparingTo("180");
        venue.price("AAPL", "220");
        assertThat(venue.order(id).terms().stopPrice()).isEqualByComparingTo("198");
        venue.price("AAPL", "200");
        assertThat(venue.order(id).highWaterMark()).isEqualByComparingTo("220");
        venue.price("AAPL", "197");
        assertThat(venue.status(id)).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.held("AAPL")).isZero();
    }

    @Test
    void an_immediate_or_cancel_order_that_cannot_trade_is_canceled() {
        UUID ioc = id(Ask.buy("AAPL").limit("1").during(TimeInForce.IOC));
        UUID fok = id(Ask.buy("AAPL").limit("1").during(TimeInForce.FOK));
        assertThat(venue.status(ioc)).isEqualTo(OrderStatus.CANCELED);
        assertThat(venue.status(fok)).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void an_order_for_the_day_expires_and_one_until_canceled_does_not() {
        UUID day = id(Ask.buy("AAPL").limit("1"));
        UUID gtc = id(Ask.buy("AAPL").limit("1").during(TimeInForce.GTC));
        venue.pass(Duration.ofHours(25));
        assertThat(venue.status(day)).isEqualTo(OrderStatus.EXPIRED);
        assertThat(venue.order(day).milestones().expiredAt())
                .isEqualTo(Venue.NOON.plus(Duration.ofHours(24)));
        assertThat(venue.status(gtc)).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void a_notional_order_buys_a_quantity_with_nine_decimals() {
        venue.price("AAPL", "300");
        UUID id = id(Ask.buy("AAPL").notional("1000"));
        assertThat(venue.order(id).filled().qty()).isEqualByComparingTo("3.333333333");
        assertThat(venue.status(id)).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void crypto_pays_its_fee_in_the_currency_received() {
        venue.price("BTC/USD", "100000");
        UUID id = id(Ask.buy("BTC/USD").qty("0.1").during(TimeInForce.GTC));
        assertThat(venue.order(id).filled().qty()).isEqualByComparingTo("0.1");
        assertThat(venue.held("BTC/USD")).isEqualByComparingTo("0.09975");
        assertThat(venue.exchange.records().value(Venue.ACCOUNT).cash())
                .isEqualByComparingTo("90000");
    }

    @Test
    void orders_wait_for_the_opening_bell_and_then_fill() {
        Venue real = new Venue(new ExchangeConfig(7, 0, false, new RealHours()));
        real.now = Instant.parse("2026-03-01T17:00:00Z");
        Venue sunday = new Venue(new ExchangeConfig(7, 0, false, new RealHours()));
        assertThat(sunday.exchange.clock(real.now).open()).isFalse();
        sunday.now = Instant.parse("2026-03-02T22:00:00Z");
        UUID id = sunday.accepted(Ask.buy("AAPL").build()).order().id();
        assertThat(sunday.status(id)).isEqualTo(OrderStatus.ACCEPTED);
        sunday.now = Instant.parse("2026-03-03T14:31:00Z");
        sunday.exchange.advance(sunday.now);
        assertThat(sunday.status(id)).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void the_same_seed_and_requests_give_the_same_ledger() {
        ExchangeConfig walking = new ExchangeConfig(42, 300_000, true, new AlwaysOpen());
        Venue one = new Venue(walking);
        Venue two = new Venue(walking);
        for (Venue each : new Venue[] {one, two}) {
            for (int i = 0; i < 50; i++) {
                each.submit(Ask.buy("NVDA").qty("7").limit("138.30").build());
                each.submit(Ask.buy("SPY").qty("3").build());
            }
        }
        assertThat(one.entries).isEqualTo(two.entries).hasSizeGreaterThan(300);
    }

    @Test
    void the_ledger_alone_restores_the_exchange() {
        Venue first = new Venue(new ExchangeConfig(42, 300_000, true, new AlwaysOpen()));
        first.price("AAPL", "200");
        for (int i = 0; i < 20; i++) {
            first.submit(Ask.buy("AAPL").qty("5").bracket("220", "180").build());
            first.submit(Ask.buy("SPY").qty("3").limit("590.10").build());
        }
        Exchange second = new Exchange(ExchangeConfig.plain(1), (_, _) -> {});
        first.entries.forEach(second::restore);
        assertThat(second.records().ledger(0, 1_000))
                .isEqualTo(first.exchange.records().ledger(0, 1_000));
        assertThat(second.records().positions(Venue.ACCOUNT, venue.now))
                .isEqualTo(first.exchange.records().positions(Venue.ACCOUNT, venue.now));
        assertThat(second.records().value(Venue.ACCOUNT))
                .isEqualTo(first.exchange.records().value(Venue.ACCOUNT));
        assertThat(second.prices().price(first.asset("SPY")))
                .isEqualTo(first.exchange.prices().price(first.asset("SPY")));
    }

    @Test
    void a_price_walk_stays_near_its_reference() {
        Venue walking = new Venue(new ExchangeConfig(3, 0, true, new AlwaysOpen()));
        for (int i = 0; i < 20_000; i++) {
            walking.exchange.prices().tick(walking.asset("TSLA"), walking.now);
        }
        assertThat(walking.exchange.prices().price(walking.asset("TSLA")))
                .isBetween(dec("230"), dec("470"));
    }
}
