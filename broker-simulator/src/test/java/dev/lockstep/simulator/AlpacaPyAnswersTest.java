package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.exchange.hours.AlwaysOpen;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests as Alpaca's Python client sends them, with floats in JSON and {@code True} in queries,
 * and the fields without which it refuses an answer. Facts of its models as of November 2026; there
 * is no Python package to be had where these tests run.
 */
@Tag("slow")
class AlpacaPyAnswersTest {
    private static final String ORDER =
            """
            id uuid, client_order_id text, created_at time, updated_at time, submitted_at time
            filled_at time?, expired_at time?, expires_at time?, canceled_at time?, failed_at time?
            replaced_at time?, replaced_by uuid?, replaces uuid?, asset_id uuid?, symbol text?
            asset_class text?, notional text?, qty text?, filled_qty text?, filled_avg_price text?
            order_type text?, type text?, side text?, time_in_force text, limit_price text?
            stop_price text?, status text, extended_hours flag, legs list?, trail_percent text?
            trail_price text?, hwm text?, position_intent text?
            """;
    private static final String ASSET =
            """
            id uuid, class text, exchange text, symbol text, name text?, status text, tradable flag
            marginable flag, shortable flag, easy_to_borrow flag?, fractionable flag
            min_order_size float?, min_trade_increment float?, price_increment float?
            maintenance_margin_requirement float?, attributes list?, borrow_status text?
            margin_requirement_long text?, margin_requirement_short text?
            """;
    private static final String WATCHLIST =
            "account_id uuid, id uuid, name text, created_at time, updated_at time, assets list?";
    private static final String BAR =
            "t time, o float, h float, l float, c float, v float, n float?, vw float?";
    private static final String QUOTE =
            "t time, ax text?, ap float, as float, bx text?, bp float, bs float, c list?, z text?";
    private static final String TRADE =
            "t time, p float, s float, x text?, i int, c list?, z text?";
    private static final Set<String> EXCHANGES =
            Set.of("AMEX", "ARCA", "BATS", "NYSE", "NASDAQ", "NYSEARCA", "OTC", "CRYPTO", "");
    private static final Set<String> STATUSES =
            Set.of(
                    "new",
                    "partially_filled",
                    "filled",
                    "done_for_day",
                    "canceled",
                    "expired",
                    "replaced",
                    "pending_cancel",
                    "pending_replace",
                    "accepted",
                    "pending_new",
                    "accepted_for_bidding",
                    "stopped",
                    "rejected",
                    "suspended",
                    "calculated",
                    "held");

    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        simulator =
                Simulator.start(
                        SimulatorConfig.defaults()
                                .withRequestsPerMinute(0)
                                .withHours(new AlwaysOpen())
                                .withWalkingPrices(false));
        simulator.setPrice("SPY", new BigDecimal("600"));
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'symbol':'SPY','qty':1.0,'side':'buy','type':'market','time_in_force':'day'",
                "'symbol':'SPY','qty':0.023,'side':'buy','type':'market','time_in_force':'day'",
                "'symbol':'SPY','notional':4000.0,'side':'buy','type':'market','time_in_force':'day'",
                "'symbol':'SPY','qty':2.0,'side':'buy','type':'limit','time_in_force':'gtc',"
                        + "'limit_price':300.0,'extended_hours':false",
                "'symbol':'SPY','qty':5.0,'side':'buy','type':'market','time_in_force':'day',"
                        + "'order_class':'bracket','take_profit':{'limit_price':700.0},"
                        + "'stop_loss':{'stop_price':500.0}",
                "'symbol':'SPY','qty':1.0,'side':'sell','type':'trailing_stop',"
                        + "'time_in_force':'gtc','trail_percent':1.0",
                "'symbol':'BTC/USD','qty':0.01,'side':'buy','type':'limit','time_in_force':'gtc',"
                        + "'limit_price':17000.0"
            })
    void an_order_with_numbers_is_answered_with_all_that_the_client_reads(String fields) {
        Client.Reply reply = client.submit(fields);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        order(reply.json());
        reply.json().path("legs").forEach(AlpacaPyAnswersTest::order);
        order(client.get("/v2/orders/" + reply.text("id")).json());
    }

    @Test
    void orders_are_listed_replaced_and_canceled_as_the_client_asks() {
        JsonNode resting =
                client.submit(
                                "'symbol':'SPY','qty':1.0,'side':'buy','type':'limit',"
                                        + "'time_in_force':'gtc','limit_price':100.0")
                        .json();
        JsonNode list =
                client.get(
                                "/v2/orders?status=all&limit=50&after=2020-01-01T00%3A00%3A00%2B00%3A00"
                                        + "&direction=desc&nested=True&symbols=SPY%2CAAPL")
                        .json();
        assertThat(list).hasSize(1);
        list.forEach(AlpacaPyAnswersTest::order);
        order(
                client.get(
                                "/v2/orders:by_client_order_id?client_order_id="
                                        + resting.path("client_order_id").asText())
                        .json());
        JsonNode successor =
                client.patch(
                                "/v2/orders/" + resting.path("id").asText(),
                                "{'qty':2,'limit_price':101.0}")
                        .json();
        order(successor);
        JsonNode canceled = client.delete("/v2/orders").json();
        assertThat(canceled).isNotEmpty();
        canceled.forEach(each -> new Answer(each).has("id uuid, status int"));
    }

    @Test
    void positions_and_their_closing_have_all_that_the_client_reads() {
        client.submit(
                "'symbol':'SPY','qty':3.0,'side':'buy','type':'market','time_in_force':'day'");
        JsonNode position = client.get("/v2/positions").json().get(0);
        new Answer(position)
                .has(
                        """
                        asset_id uuid, symbol text, exchange text, asset_class text
                        asset_marginable flag?, avg_entry_price text, qty text, side text
                        market_value text?, cost_basis text, unrealized_pl text?
                        unrealized_plpc text?, unrealized_intraday_pl text?
                        unrealized_intraday_plpc text?, current_price text?, lastday_price text?
                        change_today text?, qty_available text?
                        """);
        assertThat(EXCHANGES).contains(position.path("exchange").asText());
        order(client.delete("/v2/positions/SPY?qty=1").json());
        JsonNode closed = client.delete("/v2/positions?cancel_orders=True").json();
        assertThat(closed).hasSize(1);
        closed.forEach(each -> {
            new Answer(each).has("symbol text?, status int?, order_id uuid?, body object");
            order(each.path("body"));
        });
    }

    @Test
    void the_account_and_what_belongs_to_it_have_all_that_the_client_reads() {
        new Answer(client.get("/v2/account").json())
                .has(
                        """
                        id uuid, account_number text, status text, crypto_status text?
                        currency text?, buying_power text?, regt_buying_power text?
                        non_marginable_buying_power text?, cash text?, accrued_fees text?
                        portfolio_value text?, trading_blocked flag?, transfers_blocked flag?
                        account_blocked flag?, created_at time?, trade_suspended_by_user flag?
                        multiplier text?, shorting_enabled flag?, equity text?, last_equity text?
                        long_market_value text?, short_market_value text?, initial_margin text?
                        maintenance_margin text?, last_maintenance_margin text?, sma text?
                        options_approved_level int?, options_trading_level int?
                        """);
        String configuration =
                """
                fractional_trading flag, max_margin_multiplier text, no_shorting flag
                suspend_trade flag, trade_confirm_email text, ptp_no_exception_entry flag
                max_options_trading_level int?, disable_overnight_trading flag?
                """;
        new Answer(client.get("/v2/account/configurations").json()).has(configuration);
        new Answer(client.patch("/v2/account/configurations", "{'no_shorting':true}").json())
                .has(configuration);
        new Answer(
                        client.get(
                                        "/v2/account/portfolio/history?period=1W&timeframe=1H"
                                                + "&extended_hours=True")
                                .json())
                .has(
                        "timestamp list, equity list, profit_loss list, profit_loss_pct list,"
                                + " base_value float?, timeframe text");
    }

    @Test
    void assets_clock_calendar_and_watchlists_have_all_that_the_client_reads() {
        JsonNode assets =
                client.get("/v2/assets?status=active&asset_class=us_equity&exchange=NASDAQ").json();
        assertThat(assets).isNotEmpty();
        assets.forEach(each -> new Answer(each).has(ASSET));
        client.get("/v2/assets?asset_class=crypto")
                .json()
                .forEach(each -> {
                    new Answer(each).has(ASSET);
                    assertThat(EXCHANGES).contains(each.path("exchange").asText());
                });
        new Answer(client.get("/v2/clock").json())
                .has("timestamp time, is_open flag, next_open time, next_close time");
        JsonNode days = client.get("/v2/calendar?start=2026-01-02&end=2026-01-09").json();
        assertThat(days).isNotEmpty();
        days.forEach(day -> {
            new Answer(day).has("date date, open text, close text, settlement_date date?");
            assertThat(day.path("open").asText()).matches("\\d\\d:\\d\\d");
        });
        JsonNode watchlist =
                client.post("/v2/watchlists", "{'name':'tech','symbols':['AAPL','MSFT']}").json();
        new Answer(watchlist).has(WATCHLIST);
        String path = "/v2/watchlists/" + watchlist.path("id").asText();
        new Answer(client.post(path, "{'symbol':'SPY'}").json()).has(WATCHLIST);
        watchlist = client.get(path).json();
        new Answer(watchlist).has(WATCHLIST);
        assertThat(watchlist.path("assets")).hasSize(3);
        watchlist.path("assets").forEach(each -> new Answer(each).has(ASSET));
        assertThat(client.delete(path + "/SPY").status()).isEqualTo(200);
    }

    @Test
    void market_data_has_all_that_the_client_reads() {
        JsonNode bars =
                client.get(
                                "/v2/stocks/bars?symbols=AAPL%2CSPY&timeframe=1Day&limit=4"
                                        + "&start=2026-01-05T00%3A00%3A00Z&end=2026-01-09&feed=iex")
                        .json();
        assertThat(bars.path("bars").path("AAPL")).isNotEmpty();
        bars.path("bars").forEach(list -> list.forEach(bar -> new Answer(bar).has(BAR)));
        client.get("/v2/stocks/quotes/latest?symbols=SPY")
                .json()
                .path("quotes")
                .forEach(quote -> new Answer(quote).has(QUOTE));
        client.get("/v2/stocks/trades/latest?symbols=SPY")
                .json()
                .path("trades")
                .forEach(trade -> new Answer(trade).has(TRADE));
        JsonNode snapshot = client.get("/v2/stocks/snapshots?symbols=SPY").json().path("SPY");
        new Answer(snapshot.path("latestTrade")).has(TRADE);
        new Answer(snapshot.path("latestQuote")).has(QUOTE);
        new Answer(snapshot.path("dailyBar")).has(BAR);
        new Answer(snapshot.path("prevDailyBar")).has(BAR);
        client.get("/v1beta3/crypto/us/latest/orderbooks?symbols=BTC%2FUSD")
                .json()
                .path("orderbooks")
                .forEach(book -> {
                    new Answer(book).has("t time, b list, a list");
                    book.path("b").forEach(level -> new Answer(level).has("p float, s float"));
                });
        new Answer(client.get("/v1beta1/screener/stocks/most-actives?top=3").json())
                .has("most_actives list, last_updated time");
        new Answer(client.get("/v1beta1/screener/stocks/movers?top=3").json())
                .has("gainers list, losers list, market_type text, last_updated time");
        client.get("/v1beta1/news?limit=3")
                .json()
                .path("news")
                .forEach(article ->
                        new Answer(article)
                                .has(
                                        "id int, headline text, source text, url text?, summary text,"
                                                + " created_at time, updated_at time, symbols list,"
                                                + " author text, content text, images list"));
    }

    private static void order(JsonNode order) {
        new Answer(order).has(ORDER);
        assertThat(STATUSES).contains(order.path("status").asText());
    }
}
