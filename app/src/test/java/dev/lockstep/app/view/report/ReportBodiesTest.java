package dev.lockstep.app.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.view.body.AccountBody;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.account.AccountRestriction;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.Adjustments.Entry;
import dev.lockstep.domain.port.store.OrderFeed.Happening;
import dev.lockstep.domain.port.store.OrderFeed.Stretch;
import dev.lockstep.domain.position.AdjustmentTotals;
import dev.lockstep.domain.position.AverageCost;
import dev.lockstep.domain.position.Profits;
import dev.lockstep.domain.position.RoundTrip;
import dev.lockstep.domain.position.TimeInMarket;
import dev.lockstep.domain.position.TripStatistics;
import dev.lockstep.domain.usecase.report.ListRoundTrips.Day;
import dev.lockstep.domain.usecase.report.ListRoundTrips.Report;
import dev.lockstep.domain.usecase.report.ListRoundTrips.Trip;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The JSON of accounts and of reports on the past, field by field. */
class ReportBodiesTest {
    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Symbol MSFT = new Symbol("MSFT");

    @Test
    void an_account_has_its_amounts_as_text_and_restrictions_as_sentences() {
        Account account =
                new Account(
                        "PA3",
                        "ACTIVE",
                        Money.of("10.50"),
                        Money.of("20"),
                        Money.of("40"),
                        null,
                        Money.of("19"),
                        Set.of(AccountRestriction.TRANSFERS_BLOCKED));

        assertThat(BodyTree.of(AccountBody.of(account)))
                .hasToString(
                        """
                        {"accountNumber":"PA3","status":"ACTIVE","cash":"10.5","equity":"20",\
                        "buyingPower":"40","nonMarginableBuyingPower":null,"lastEquity":"19",\
                        "tradingBlocked":false,\
                        "restrictions":["The broker has blocked transfers of money; trading is possible."]}\
                        """);
    }

    @Test
    void a_history_has_null_for_missing_values() {
        PortfolioHistory history =
                new PortfolioHistory(
                        null, List.of(new PortfolioHistory.Point(AT, Money.of("5"), null)));

        assertThat(BodyTree.of(HistoryBody.of(history)))
                .hasToString(
                        """
                        {"base":null,"points":[{"at":"2026-01-05T14:30:00Z","equity":"5",\
                        "profit":null}]}\
                        """);
    }

    @Test
    void activity_has_the_next_page_as_a_number_or_null() {
        Happening happening =
                new Happening(
                        7,
                        AT,
                        new OrderId("019b8ea2-c000-7000-8000-000000000001"),
                        AAPL,
                        Side.BUY,
                        OrderStatus.PARTIALLY_FILLED,
                        Quantity.of("1.5"),
                        Evidence.Source.HTTP_ANSWER,
                        "200 at GET");

        assertThat(BodyTree.of(ActivityBody.of(new Stretch(List.of(happening), 7))))
                .hasToString(
                        """
                        {"events":[{"sequence":7,"at":"2026-01-05T14:30:00Z",\
                        "orderId":"019b8ea2-c000-7000-8000-000000000001","symbol":"AAPL","side":"buy",\
                        "status":"partially_filled","filledQty":"1.5","source":"http_answer",\
                        "summary":"200 at GET"}],"next":7}\
                        """);
        assertThat(BodyTree.of(ActivityBody.of(new Stretch(List.of(), 0))))
                .hasToString(
                        """
                        {"events":[],"next":null}\
                        """);
    }

    @Test
    void adjustments_have_exact_numbers_as_text_and_null_for_what_is_missing() {
        Entry fee =
                new Entry(
                        3,
                        SampleAdjustments.priced(
                                SampleAdjustments.of(
                                        "a-1",
                                        AdjustmentKind.FEE,
                                        "AAPL",
                                        "-0.5",
                                        "0",
                                        new BrokerOrderId("b-1"),
                                        AT),
                                "12.5"));
        Entry transfer =
                new Entry(
                        2,
                        SampleAdjustments.of(
                                "a-2", AdjustmentKind.TRANSFER, null, "0", "70", null, AT));

        assertThat(BodyTree.of(AdjustmentPageBody.of(List.of(fee, transfer), 2)))
                .hasToString(
                        """
                        {"adjustments":[{"number":3,"activityId":"a-1","at":"2026-01-05T14:30:00Z",\
                        "kind":"fee","type":"FEE","symbol":"AAPL","qty":"-0.5","cash":"0",\
                        "price":"12.5","brokerOrderId":"b-1","text":"told with a price",\
                        "payload":"{\\"id\\":\\"a-1\\"}"},{"number":2,"activityId":"a-2",\
                        "at":"2026-01-05T14:30:00Z","kind":"transfer","type":"TRANSFER","symbol":null,\
                        "qty":"0","cash":"70","price":null,"brokerOrderId":null,"text":"",\
                        "payload":"{\\"id\\":\\"a-2\\"}"}],"next":2}\
                        """);
        assertThat(BodyTree.of(AdjustmentPageBody.of(List.of(), 2)))
                .hasToString(
                        """
                        {"adjustments":[],"next":null}\
                        """);
    }

    @Test
    void profit_is_null_where_a_price_is_missing() {
        TreeMap<Symbol, AverageCost> costs = new TreeMap<>();
        costs.put(AAPL, cost("10", "1000", "5"));
        costs.put(MSFT, cost("0", "0", "-1"));
        TreeMap<Symbol, AdjustmentTotals> adjusted = new TreeMap<>();
        adjusted.put(AAPL, totals("-0.5", "3"));
        Profits profits = new Profits(costs, adjusted, totals("-2", "4"));

        assertThat(BodyTree.of(ProfitBody.of(profits, _ -> Price.of("101"))))
                .hasToString(
                        """
                        {"symbols":[{"symbol":"AAPL","realized":"5","openQty":"10",\
                        "avgEntryPrice":"100","lastPrice":"101","unrealized":"10","marketValue":"1010",\
                        "fees":"-0.5","dividends":"3"},{"symbol":"MSFT","realized":"-1","openQty":"0",\
                        "avgEntryPrice":null,"lastPrice":"101","unrealized":"0","marketValue":"0",\
                        "fees":"0","dividends":"0"}],"realized":"9","unrealized":"10","fees":"-2.5",\
                        "dividends":"7","account":{"fees":"-2","dividends":"4","interest":"1",\
                        "other":"2"}}\
                        """);
        assertThat(BodyTree.of(ProfitBody.of(profits, _ -> null)))
                .hasToString(
                        """
                        {"symbols":[{"symbol":"AAPL","realized":"5","openQty":"10",\
                        "avgEntryPrice":"100","lastPrice":null,"unrealized":null,"marketValue":null,\
                        "fees":"-0.5","dividends":"3"},{"symbol":"MSFT","realized":"-1","openQty":"0",\
                        "avgEntryPrice":null,"lastPrice":null,"unrealized":"0","marketValue":"0",\
                        "fees":"0","dividends":"0"}],"realized":"9","unrealized":null,"fees":"-2.5",\
                        "dividends":"7","account":{"fees":"-2","dividends":"4","interest":"1",\
                        "other":"2"}}\
                        """);
    }

    @Test
    void round_trips_name_their_orders_and_the_reason_of_their_exit() {
        RoundTrip trip =
                new RoundTrip(
                        AAPL,
                        Side.BUY,
                        new BrokerOrderId("b-1"),
                        new BrokerOrderId("b-2"),
                        Quantity.of("3"),
                        Money.of("100"),
                        Money.of("110"),
                        AT,
                        AT.plusSeconds(5));
        Report report =
                new Report(
                        List.of(
                                new Trip(
                                        trip, Money.of("-0.5"), new SampleOrders().intent(), null)),
                        TripStatistics.of(List.of(trip)),
                        Money.of("-0.5"),
                        Money.of("-0.02"),
                        new TimeInMarket(AT, Duration.ofSeconds(5), null),
                        List.of(new Day(LocalDate.parse("2026-01-05"), 1, trip.profit())));

        assertThat(BodyTree.of(RoundTripsBody.of(report, AT.plusSeconds(20))))
                .hasToString(
                        """
                        {"method":"fifo","statistics":{"trips":1,"wins":1,"losses":0,"gained":"10",\
                        "lost":"0","best":"10","worst":"10","winRate":"1.0000","profitFactor":null,\
                        "expectancy":"10","fees":"-0.5","netProfit":"9.5","otherFees":"-0.02",\
                        "timeInMarket":"0.2500"},"trips":[{"symbol":"AAPL","direction":"long","qty":"3",\
                        "entryPrice":"33.333333","exitPrice":"36.666667","profit":"10",\
                        "fees":"-0.5","netProfit":"9.5","heldMillis":5000,"enteredAt":"2026-01-05T14:30:00Z",\
                        "exitedAt":"2026-01-05T14:30:05Z","strategy":null,\
                        "entryReason":"market order","exitReason":"external",\
                        "entryOrder":"019b8e90-9abb-7000-a3cb-e1e459320dd7","exitOrder":null}],\
                        "days":[{"day":"2026-01-05","trips":1,"profit":"10"}]}\
                        """);
    }

    private static AverageCost cost(String openQty, String cost, String realized) {
        return new AverageCost(NetQuantity.of(openQty), Money.of(cost), Money.of(realized));
    }

    private static AdjustmentTotals totals(String fees, String dividends) {
        return new AdjustmentTotals(
                NetQuantity.of("0"),
                Money.of(fees),
                Money.of(dividends),
                Money.of("1"),
                Money.of("2"));
    }
}
