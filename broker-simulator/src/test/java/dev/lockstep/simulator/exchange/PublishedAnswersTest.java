package dev.lockstep.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.exchange.model.OrderType;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refusals whose status, code and words Alpaca's documentation or recorded answers show. */
class PublishedAnswersTest {
    private final Venue venue = new Venue();

    @BeforeEach
    void price() {
        venue.price("AAPL", "45");
    }

    private void refused(Ask ask, int code, String message) {
        VenueRefusal refusal = venue.refused(ask.build());
        assertThat(refusal.message()).isEqualTo(message);
        assertThat(refusal.kind().code()).isEqualTo(code);
        assertThat(refusal.kind().status()).isEqualTo(422);
    }

    @Test
    void a_bracket_must_open_a_position_and_an_oco_must_close_one() {
        refused(Ask.sell("AAPL").oco("50", "40"), 42210000, "oco orders must be exit orders");
        venue.buy("AAPL", "10");
        refused(
                Ask.sell("AAPL").bracket("40", "50"),
                42210000,
                "bracket orders must be entry orders");
        venue.accepted(Ask.sell("AAPL").oco("50", "40").build());
    }

    @Test
    void a_limit_and_a_stop_limit_are_a_wash_trade_only_if_their_limits_cross() {
        venue.buy("AAPL", "30");
        venue.accepted(Ask.buy("AAPL").limit("40").build());
        venue.accepted(Ask.sell("AAPL").qty("5").stop("42").limit("41").build());
        refusedAsWashTrade(Ask.sell("AAPL").qty("5").stop("42").limit("39"));
        venue.accepted(Ask.buy("AAPL").stop("46").limit("40.5").build());
        refusedAsWashTrade(Ask.buy("AAPL").stop("46").limit("47"));
        refusedAsWashTrade(Ask.sell("AAPL").qty("5").stop("42"));
    }

    private void refusedAsWashTrade(Ask ask) {
        VenueRefusal refusal = venue.refused(ask.build());
        assertThat(refusal.message())
                .isEqualTo("potential wash trade detected. use complex orders");
        assertThat(refusal.kind().status()).isEqualTo(403);
    }

    @Test
    void each_type_names_the_prices_that_it_requires() {
        refused(
                Ask.buy("AAPL").limit("40").typed(OrderType.MARKET),
                40010001,
                "market orders require no stop or limit price");
        refused(
                Ask.buy("AAPL").typed(OrderType.LIMIT),
                40010001,
                "limit orders require only limit price");
        refused(
                Ask.buy("AAPL").typed(OrderType.STOP),
                40010001,
                "stop orders require only stop price");
        refused(
                Ask.buy("AAPL").stop("50").typed(OrderType.STOP_LIMIT),
                40010001,
                "stop limit orders require both stop and limit price");
    }

    @Test
    void an_oto_has_one_leg_and_a_simple_order_has_none() {
        refused(
                Ask.buy("AAPL").otoStop("40").takeProfit("50"),
                40010001,
                "oto orders require either take_profit or stop_loss");
        var simple = venue.accepted(Ask.buy("AAPL").takeProfit("50").build());
        assertThat(simple.legs()).isEmpty();
    }

    @Test
    void a_bracket_and_an_oco_name_the_exit_that_they_lack() {
        refused(
                Ask.buy("AAPL").bracket("220", "180").withoutTakeProfit(),
                40010001,
                "bracket orders require take_profit.limit_price");
        refused(
                Ask.sell("AAPL").oco("50", "40").withoutTakeProfit().limit("50"),
                40010001,
                "oco orders require take_profit.limit_price");
        refused(
                Ask.buy("AAPL").typed(OrderType.TRAILING_STOP),
                40010001,
                "trailing stop orders must specify one of trail_price or trail_percent");
    }

    @Test
    void a_fractional_stop_is_for_the_day() {
        refused(
                Ask.buy("AAPL").qty("1.5").stop("50").during(TimeInForce.GTC),
                42210000,
                "stop/stop_limit fractional GTC orders are not enabled");
    }

    @Test
    void a_lack_of_coins_is_named_with_amounts_and_symbol() {
        VenueRefusal refusal =
                venue.refused(Ask.sell("ETH/USD").qty("1").during(TimeInForce.GTC).build());
        assertThat(refusal.details())
                .containsEntry("available", "0")
                .containsEntry("balance", "0")
                .containsEntry("symbol", "ETH");
    }
}
