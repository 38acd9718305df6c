package dev.lockstep.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.exchange.hours.AlwaysOpen;
import dev.lockstep.simulator.exchange.ledger.AccountSettings;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.exchange.model.Bars;
import dev.lockstep.simulator.exchange.model.PositionIntent;
import dev.lockstep.simulator.exchange.model.RequestedOrder;
import dev.lockstep.simulator.exchange.model.RequestedReplacement;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntryRulesTest {
    private final Venue venue = new Venue();

    @BeforeEach
    void price() {
        venue.price("AAPL", "200");
    }

    private void refused(Ask ask, int code, String message) {
        VenueRefusal refusal = venue.refused(ask.build());
        assertThat(refusal.message()).isEqualTo(message);
        assertThat(refusal.kind().code()).isEqualTo(code);
        assertThat(venue.entries.getLast()).isInstanceOf(LedgerEntry.OrderRefused.class);
    }

    @Test
    void beyond_the_order_limit_new_orders_and_replacements_are_rejected() {
        Venue small =
                new Venue(new ExchangeConfig(7, 0, false, new AlwaysOpen(), Bars.NONE, false, 1));
        UUID only = small.accepted(Ask.buy("AAPL").limit("1").build()).order().id();

        assertThat(small.refused(Ask.buy("AAPL").build()).message())
                .startsWith("the simulator keeps at most 1 orders");
        assertThat(
                        Venue.refusal(
                                        small.exchange
                                                .desk()
                                                .replace(
                                                        Venue.ACCOUNT,
                                                        only,
                                                        new RequestedReplacement(
                                                                null,
                                                                null,
                                                                Venue.dec("2"),
                                                                null,
                                                                null,
                                                                null),
                                                        small.now))
                                .message())
                .startsWith("the simulator keeps at most 1 orders");
    }

    @Test
    void unknown_assets_and_invalid_amounts_are_rejected() {
        refused(Ask.buy("ZZZZ"), 42210000, "asset \"ZZZZ\" not found");
        refused(Ask.buy("AAPL").qty("0"), 42210000, "qty must be > 0");
        refused(Ask.buy("AAPL").qty("0.0000000001"), 42210000, "qty must be > 0");
    }

    @Test
    void a_mismatched_position_intent_is_rejected() {
        refused(
                Ask.sell("AAPL").meaning(PositionIntent.SELL_TO_CLOSE),
                42210000,
                "position intent mismatch, inferred: sell_to_open, specified: sell_to_close");
        refused(
                Ask.buy("AAPL").meaning(PositionIntent.SELL_TO_OPEN),
                42210000,
                "position intent mismatch, inferred: buy_to_open, specified: sell_to_open");
        RequestedOrder meant = Ask.buy("AAPL").meaning(PositionIntent.BUY_TO_OPEN).build();
        assertThat(venue.accepted(meant).order().terms().intent())
                .isEqualTo(PositionIntent.BUY_TO_OPEN);
        venue.accepted(Ask.sell("AAPL").meaning(PositionIntent.SELL_TO_CLOSE).build());
    }

    @Test
    void every_price_must_be_positive() {
        refused(Ask.buy("AAPL").limit("0"), 42210000, "limit price must be > 0");
        refused(Ask.buy("AAPL").limit("-5"), 42210000, "limit price must be > 0");
        refused(
                Ask.buy("AAPL").bracket("-220", "180"),
                42210000,
                "take_profit.limit_price must be > 0");
        refused(Ask.buy("AAPL").bracket("220", "-1"), 42210000, "stop_loss.stop_price must be > 0");
        refused(
                Ask.buy("AAPL").limit("0.12345").qty("1"),
                42210000,
                "invalid limit_price 0.12345. sub-penny increment does not fulfill minimum pricing"
                        + " criteria");
        refused(
                Ask.buy("AAPL").limit("0.1234").qty("1"),
                40310000,
                "cost basis must be >= minimal amount of order 1");
    }

    @Test
    void an_account_without_fractional_trading_can_only_close_fractions() {
        venue.buy("AAPL", "1.5");
        venue.exchange.configure(
                Venue.ACCOUNT, new AccountSettings(false, false, false, "all"), venue.now);
        refused(
                Ask.buy("AAPL").qty("0.5"),
                40310000,
                "account is not allowed to trade fractional shares");
        venue.accepted(Ask.sell("AAPL").qty("1.5").build());
    }

    @Test
    void sub_penny_prices_are_rejected_from_one_dollar_up() {
        refused(
                Ask.buy("AAPL").limit("190.123"),
                42210000,
                "invalid limit_price 190.123. sub-penny increment does not fulfill minimum pricing"
                        + " criteria");
        venue.accepted(Ask.buy("AAPL").limit("0.1234").build());
        venue.accepted(Ask.buy("AAPL").limit("190.1200").build());
    }

    @Test
    void a_stop_must_lie_beyond_the_market() {
        refused(
                Ask.buy("AAPL").stop("190"),
                42210000,
                "stop price must be greater than current price");
        venue.buy("AAPL", "10");
        VenueRefusal refusal = venue.refused(Ask.sell("AAPL").stop("210").build());
        assertThat(refusal.message()).isEqualTo("stop price must be less than current price");
        assertThat(refusal.details()).containsEntry("market_price", "200");
    }

    @Test
    void bracket_legs_must_be_on_the_correct_sides() {
        refused(
                Ask.buy("AAPL").bracket("199", "180"),
                42210000,
                "take_profit.limit_price must be >= base_price + 0.01");
        refused(
                Ask.buy("AAPL").bracket("220", "200"),
                42210000,
                "stop_loss.stop_price must be <= base_price - 0.01");
    }

    @Test
    void fractions_are_for_simple_day_orders() {
        refused(
                Ask.buy("AAPL").qty("1.5").during(TimeInForce.GTC),
                42210000,
                "fractional orders must be DAY orders");
        refused(
                Ask.buy("AAPL").qty("1.5").bracket("220", "180"),
                42210000,
                "fractional orders must be simple orders");
        refused(
                Ask.buy("AAPL").qty("1.5").trailPrice("2"),
                42210000,
                "fractional orders must be market, limit, stop, or stop_limit orders");
    }

    @Test
    void crypto_has_its_own_rules() {
        refused(Ask.buy("BTC/USD").qty("1"), 42210000, "invalid crypto time_in_force");
        refused(
                Ask.buy("BTC/USD").qty("1").stop("200000").during(TimeInForce.GTC),
                40010001,
                "invalid order type for crypto order");
        refused(
                Ask.buy("BTC/USD").notional("9").during(TimeInForce.GTC),
                40310000,
                "cost basis must be >= minimal amount of order 10");
        refused(
                Ask.sell("ETH/USD").qty("1").during(TimeInForce.GTC),
                40310000,
                "insufficient balance for ETH (requested: 1, available: 0)");
    }

    @Test
    void extended_hours_require_a_limit_order() {
        refused(
                Ask.buy("AAPL").extendedHours(),
                40010001,
                "only type=\"limit\" is allowed for extended hours orders");
    }

    @Test
    void open_orders_reduce_buying_power() {
        VenueRefusal refusal = venue.refused(Ask.buy("AAPL").qty("2000").limit("150").build());
        assertThat(refusal.message()).isEqualTo("insufficient buying power");
        assertThat(refusal.details())
                .containsEntry("buying_power", "200000")
                .containsEntry("cost_basis", "300000");
        UUID id = venue.accepted(Ask.buy("AAPL").qty("1000").limit("150").build()).order().id();
        assertThat(venue.exchange.records().value(Venue.ACCOUNT).buyingPower())
                .isEqualByComparingTo("50000");
        venue.exchange.desk().cancel(Venue.ACCOUNT, id, venue.now);
        assertThat(venue.exchange.records().value(Venue.ACCOUNT).buyingPower())
                .isEqualByComparingTo("200000");
    }

    @Test
    void shares_reserved_by_an_open_order_cannot_be_sold_again() {
        venue.buy("AAPL", "10");
        UUID holder = venue.accepted(Ask.sell("AAPL").limit("250").build()).order().id();
        VenueRefusal refusal = venue.refused(Ask.sell("AAPL").qty("4").limit("251").build());
        assertThat(refusal.message())
                .isEqualTo("insufficient qty available for order (requested: 4, available: 0)");
        assertThat(refusal.details())
                .containsEntry("existing_qty", "10")
                .containsEntry("held_for_orders", "10")
                .containsEntry("related_orders", List.of(holder.toString()));
    }

    @Test
    void opposite_orders_that_could_match_are_a_wash_trade() {
        UUID resting = venue.accepted(Ask.buy("AAPL").limit("190").build()).order().id();
        VenueRefusal refusal = venue.refused(Ask.sell("AAPL").build());
        assertThat(refusal.message())
                .isEqualTo("potential wash trade detected. use complex orders");
        assertThat(refusal.details())
                .containsEntry("reject_reason", "opposite side limit order exists")
                .containsEntry("existing_order_id", resting.toString());
        venue.accepted(Ask.sell("AAPL").qty("1").limit("195").build());
    }

    @Test
    void selling_without_a_position_sells_short_in_whole_shares_unless_disabled() {
        refused(Ask.sell("AAPL").qty("0.5"), 42210000, "fractional orders cannot be sold short");
        venue.accepted(Ask.sell("AAPL").build());
        assertThat(venue.held("AAPL")).isEqualByComparingTo("-10");
        AccountSettings settings = venue.exchange.records().settings(Venue.ACCOUNT);
        venue.exchange.configure(
                Venue.ACCOUNT,
                new AccountSettings(true, false, true, settings.confirmEmail()),
                venue.now);
        refused(Ask.sell("MSFT"), 40310000, "account is not allowed to short");
    }

    @Test
    void a_short_position_gains_when_the_price_falls() {
        venue.accepted(Ask.sell("AAPL").build());
        venue.price("AAPL", "180");
        assertThat(venue.exchange.records().value(Venue.ACCOUNT).equity())
                .isEqualByComparingTo("100200");
        assertThat(venue.exchange.records().value(Venue.ACCOUNT).shortMarketValue())
                .isEqualByComparingTo("-1800");
        venue.buy("AAPL", "10");
        assertThat(venue.exchange.records().value(Venue.ACCOUNT).cash())
                .isEqualByComparingTo("100200");
    }
}
