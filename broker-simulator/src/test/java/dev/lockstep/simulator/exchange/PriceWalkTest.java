package dev.lockstep.simulator.exchange;

import static dev.lockstep.simulator.exchange.Venue.dec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The random walk stays near its reference price, which follows splits and set prices. */
class PriceWalkTest {
    private static final int STEPS = 3_000;

    private final Venue venue = new Venue(ExchangeConfig.plain(7));

    private static List<BigDecimal> walk(Exchange exchange, Venue venue, int steps) {
        List<BigDecimal> prices = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            exchange.prices().tick(venue.asset("AAPL"), venue.now);
            prices.add(exchange.prices().price(venue.asset("AAPL")));
        }
        return prices;
    }

    private void split(String oldRate, String newRate) {
        venue.exchange
                .corporateActions()
                .split(venue.asset("AAPL"), dec(oldRate), dec(newRate), venue.now);
    }

    @Test
    void after_a_split_the_price_stays_at_its_new_level() {
        split("1", "4");
        assertThat(walk(venue.exchange, venue, STEPS))
                .allSatisfy(price -> assertThat(price).isBetween(dec("46"), dec("73")));
    }

    @Test
    void after_a_reverse_split_the_price_stays_at_its_new_level() {
        split("10", "1");
        assertThat(walk(venue.exchange, venue, STEPS))
                .allSatisfy(price -> assertThat(price).isBetween(dec("1855"), dec("2905")));
    }

    @Test
    void a_price_that_was_set_is_the_one_near_which_the_walk_stays() {
        venue.price("AAPL", "1000");
        List<BigDecimal> prices = walk(venue.exchange, venue, STEPS);
        assertThat(prices)
                .allSatisfy(price -> assertThat(price).isBetween(dec("799"), dec("1251")));
        assertThat(prices.subList(0, 50)).anyMatch(price -> price.compareTo(dec("1000")) > 0);
    }

    @Test
    void the_ledger_alone_restores_the_walk() {
        venue.price("AAPL", "1000");
        split("1", "2");
        List<LedgerEntry> before = List.copyOf(venue.entries);
        Exchange again = new Exchange(ExchangeConfig.plain(1), (_, _) -> {});
        before.forEach(again::restore);
        again.resume();
        assertThat(walk(again, venue, STEPS)).isEqualTo(walk(venue.exchange, venue, STEPS));
    }
}
