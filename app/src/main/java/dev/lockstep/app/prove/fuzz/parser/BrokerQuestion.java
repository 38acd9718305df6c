package dev.lockstep.app.prove.fuzz.parser;

import dev.lockstep.broker.alpaca.Alpaca;
import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Timeframe;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.broker.BarQuery;
import dev.lockstep.domain.port.broker.SendGuard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** Lists the queries and commands of the broker's adapter, each of which parses an answer. */
enum BrokerQuestion {
    ORDER,
    ORDER_BY_CLIENT_ID,
    OPEN_ORDERS,
    ORDERS_SINCE,
    POSITIONS,
    ACCOUNT,
    CLOCK,
    SUBMIT,
    REPLACE,
    CANCEL,
    CANCEL_ALL,
    QUOTES,
    TRADES,
    LATEST_BARS,
    BARS,
    DAYS,
    ASSET,
    ASSETS,
    CALENDAR,
    FILLS,
    ADJUSTMENTS,
    PORTFOLIO;

    /** The order of the exchange that is not filled. */
    static final ClientOrderId RESTING = new ClientOrderId("resting");

    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Set<Symbol> SYMBOLS = Set.of(AAPL);
    private static final int MAX_BARS = 5;
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final String OUR_ID = "0195e69a-8549-7bfd-b9c3-01e75843f47d";

    /**
     * Asks the broker.
     *
     * @param resting the broker's id of {@link #RESTING}
     */
    Object ask(Alpaca venue, BrokerOrderId resting) {
        return switch (this) {
            case ORDER -> venue.broker().find(resting);
            case ORDER_BY_CLIENT_ID -> venue.broker().find(RESTING);
            case OPEN_ORDERS -> venue.broker().openOrders();
            case ORDERS_SINCE -> venue.broker().ordersSince(Instant.EPOCH);
            case POSITIONS -> venue.broker().positions();
            case ACCOUNT -> venue.broker().account();
            case CLOCK -> venue.broker().clock();
            case SUBMIT -> venue.broker().submit(order(), SendGuard.ALWAYS);
            case REPLACE -> venue.broker().replace(resting, replacement(), SendGuard.ALWAYS);
            case CANCEL -> venue.broker().cancel(resting);
            case CANCEL_ALL -> venue.broker().cancelAll();
            case QUOTES -> venue.marketData().latestQuotes(SYMBOLS);
            case TRADES -> venue.marketData().latestTrades(SYMBOLS);
            case LATEST_BARS -> venue.marketData().latestBars(SYMBOLS);
            case BARS ->
                    venue.marketData()
                            .bars(new BarQuery(AAPL, Timeframe.ONE_DAY, Instant.EPOCH, MAX_BARS));
            case DAYS -> venue.marketData().latestDays(SYMBOLS);
            case ASSET -> venue.assets().find(AAPL);
            case ASSETS -> venue.assets().all(AssetClass.CRYPTO);
            case CALENDAR -> venue.calendar().days(MONDAY, MONDAY.plusDays(4));
            case FILLS -> venue.history().fillsSince(Instant.EPOCH);
            case ADJUSTMENTS -> venue.history().adjustmentsSince(Instant.EPOCH);
            case PORTFOLIO -> venue.history().portfolio(HistorySpan.WEEK);
        };
    }

    /** Returns an order to submit. */
    static Order intent(NewOrder terms) {
        return Order.intent(
                new OrderId(OUR_ID),
                new ClientOrderId("submitted"),
                new IdempotencyKey("submitted"),
                terms,
                Instant.EPOCH);
    }

    private static Order order() {
        return intent(
                new NewOrder(
                        AAPL,
                        Side.BUY,
                        Quantity.of("3"),
                        new OrderType.Limit(Price.of("1.50")),
                        TimeInForce.DAY));
    }

    private static Replacement replacement() {
        return new Replacement(
                new ClientOrderId("replaced"),
                Quantity.of("6"),
                new OrderType.Limit(Price.of("1.30")),
                TimeInForce.GTC);
    }
}
