package dev.lockstep.simulator.exchange;

import static dev.lockstep.simulator.exchange.Venue.dec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.exchange.market.Disturbance;
import dev.lockstep.simulator.exchange.model.ExchangeResult;
import dev.lockstep.simulator.exchange.model.LegRole;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Detailed rules of Alpaca, one in each test. */
class VenueRulesTest {
    private final Venue venue = new Venue();

    @BeforeEach
    void price() {
        venue.price("AAPL", "200");
    }

    private UUID id(Ask ask) {
        return venue.accepted(ask.build()).order().id();
    }

    private String refusal(Ask ask) {
        return venue.refused(ask.build()).message();
    }

    private void fillInPart() {
        venue.exchange.disturb(
                new Disturbance(Set.of(), Set.of(), Set.of(), BigDecimal.ONE), venue.now);
    }

    @Test
    void a_stop_to_buy_does_not_trade_far_beyond_its_stop() {
        UUID dear = id(Ask.buy("AAPL").stop("210"));
        venue.price("AAPL", "215.26");
        assertThat(venue.status(dear)).isEqualTo(OrderStatus.NEW);
        venue.price("AAPL", "215.25");
        assertThat(venue.status(dear)).isEqualTo(OrderStatus.FILLED);
        venue.price("F", "10");
        UUID cheap = id(Ask.buy("F").stop("20"));
        venue.price("F", "20.80");
        assertThat(venue.order(cheap).filled().averagePrice()).isEqualByComparingTo("20.80");
    }

    @Test
    void the_rest_of_a_market_order_for_a_pair_does_not_chase_the_market() {
        venue.price("BTC/USD", "50000");
        fillInPart();
        UUID buy = id(Ask.buy("BTC/USD").qty("1").during(TimeInForce.GTC));
        BigDecimal first = venue.order(buy).filled().qty();
        assertThat(first).isBetween(dec("0.01"), dec("0.99"));
        venue.price("BTC/USD", "51001");
        assertThat(venue.order(buy).filled().qty()).isEqualByComparingTo(first);
        assertThat(venue.order(buy).terms().limitPrice()).isNull();
        venue.exchange.disturb(Disturbance.NONE, venue.now);
        venue.price("BTC/USD", "51000");
        assertThat(venue.status(buy)).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.order(buy).filled().cost())
                .isEqualByComparingTo(
                        first.multiply(dec("50000"))
                                .add(BigDecimal.ONE.subtract(first).multiply(dec("51000"))));
    }

    @Test
    void a_trailing_stop_to_buy_follows_the_market_down() {
        UUID trail = id(Ask.buy("AAPL").trailPrice("10"));
        venue.price("AAPL", "180");
        assertThat(venue.order(trail).terms().stopPrice()).isEqualByComparingTo("190");
        venue.price("AAPL", "191");
        assertThat(venue.status(trail)).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void an_ioc_order_cancels_its_rest_and_a_fok_order_fills_completely_or_not_at_all() {
        fillInPart();
        UUID ioc = id(Ask.buy("AAPL").qty("100").limit("201").during(TimeInForce.IOC));
        assertThat(venue.status(ioc)).isEqualTo(OrderStatus.CANCELED);
        assertThat(venue.order(ioc).filled().qty()).isBetween(dec("1"), dec("99"));
        UUID fok = id(Ask.buy("AAPL").qty("100").limit("201").during(TimeInForce.FOK));
        assertThat(venue.order(fok).filled().qty()).isEqualByComparingTo("100");
    }

    @Test
    void the_exits_of_an_oco_are_on_both_sides_of_the_market_and_close_a_position() {
        assertThat(refusal(Ask.sell("AAPL").oco("220", "180")))
                .isEqualTo("oco orders must be exit orders");
        venue.buy("AAPL", "10");
        assertThat(refusal(Ask.sell("AAPL").oco("220", "205")))
                .isEqualTo("stop price must be less than current price");
        assertThat(refusal(Ask.sell("AAPL").oco("170", "180")))
                .isEqualTo("oco orders require take_profit.limit_price > stop_loss.stop_price");
    }

    @Test
    void a_complex_order_has_the_legs_of_its_class() {
        assertThat(refusal(Ask.buy("AAPL").bracket("220", "180").during(TimeInForce.IOC)))
                .isEqualTo("complex orders must be DAY or GTC orders");
        assertThat(refusal(Ask.buy("AAPL").stop("210").bracket("220", "180")))
                .isEqualTo("bracket orders must be entered with market or limit");
        assertThat(refusal(Ask.buy("AAPL").limit("200").bracket("220", "180").extendedHours()))
                .startsWith("extended hours order must be");
        assertThat(refusal(Ask.buy("AAPL").bracket("220.001", "180"))).contains("sub-penny");
    }

    @Test
    void canceling_one_order_cancels_its_group() {
        UUID entry = id(Ask.buy("AAPL").bracket("220", "180"));
        UUID profit = venue.leg(entry, LegRole.TAKE_PROFIT).id();
        venue.exchange.desk().cancel(Venue.ACCOUNT, profit, venue.now);
        assertThat(venue.leg(entry, LegRole.STOP_LOSS).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void orders_for_less_than_a_dollar_are_too_small() {
        assertThat(refusal(Ask.buy("AAPL").notional("0.99")))
                .isEqualTo("cost basis must be >= minimal amount of order 1");
        id(Ask.buy("AAPL").notional("1"));
    }

    @Test
    void crypto_is_truncated_to_nine_decimals_and_has_no_margin_and_no_short_sales() {
        venue.price("BTC/USD", "1000");
        UUID cut = id(Ask.buy("BTC/USD").qty("1.0000000019").during(TimeInForce.GTC).limit("1000"));
        assertThat(venue.order(cut).terms().qty()).isEqualByComparingTo("1.000000001");
        assertThat(refusal(Ask.buy("BTC/USD").qty("150").during(TimeInForce.GTC)))
                .isEqualTo("insufficient buying power");
        assertThat(refusal(Ask.sell("BTC/USD").qty("2").during(TimeInForce.IOC)))
                .startsWith("insufficient balance for BTC");
        id(Ask.sell("BTC/USD").qty("0.5").stop("900").limit("890").during(TimeInForce.GTC));
    }

    @Test
    void a_short_sale_reserves_three_percent_above_the_market() {
        BigDecimal before = venue.exchange.records().value(Venue.ACCOUNT).buyingPower();
        id(Ask.sell("AAPL").qty("100").limit("201"));
        assertThat(venue.exchange.records().value(Venue.ACCOUNT).buyingPower())
                .isEqualByComparingTo(before.subtract(dec("20600")));
    }

    @Test
    void a_closing_order_beyond_the_position_is_rejected() {
        venue.buy("AAPL", "10");
        assertThat(refusal(Ask.sell("AAPL").qty("15")))
                .isEqualTo("insufficient qty available for order (requested: 15, available: 10)");
    }

    @Test
    void a_repeated_cancel_is_accepted_but_not_that_of_a_filled_order() {
        UUID open = id(Ask.buy("AAPL").limit("100"));
        venue.exchange.desk().cancel(Venue.ACCOUNT, open, venue.now);
        assertThat(venue.exchange.desk().cancel(Venue.ACCOUNT, open, venue.now))
                .isInstanceOf(ExchangeResult.Granted.class);
        UUID filled = venue.buy("AAPL", "1");
        assertThat(
                        Venue.refusal(
                                        venue.exchange
                                                .desk()
                                                .cancel(Venue.ACCOUNT, filled, venue.now))
                                .message())
                .isEqualTo("order is already in \"filled\" state");
    }
}
