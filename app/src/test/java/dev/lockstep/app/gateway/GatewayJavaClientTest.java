package dev.lockstep.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.loop.RunningLockstep;
import dev.lockstep.contracts.Eventually;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.jacobpeterson.alpaca.AlpacaAPI;
import net.jacobpeterson.alpaca.model.endpoint.accountactivities.TradeActivity;
import net.jacobpeterson.alpaca.model.endpoint.accountactivities.enums.ActivityType;
import net.jacobpeterson.alpaca.model.endpoint.accountconfiguration.AccountConfiguration;
import net.jacobpeterson.alpaca.model.endpoint.assets.enums.AssetClass;
import net.jacobpeterson.alpaca.model.endpoint.assets.enums.AssetStatus;
import net.jacobpeterson.alpaca.model.endpoint.common.enums.SortDirection;
import net.jacobpeterson.alpaca.model.endpoint.marketdata.common.realtime.enums.MarketDataMessageType;
import net.jacobpeterson.alpaca.model.endpoint.marketdata.common.realtime.trade.TradeMessage;
import net.jacobpeterson.alpaca.model.endpoint.orders.Order;
import net.jacobpeterson.alpaca.model.endpoint.orders.enums.CurrentOrderStatus;
import net.jacobpeterson.alpaca.model.endpoint.orders.enums.OrderSide;
import net.jacobpeterson.alpaca.model.endpoint.orders.enums.OrderStatus;
import net.jacobpeterson.alpaca.model.endpoint.orders.enums.OrderTimeInForce;
import net.jacobpeterson.alpaca.model.endpoint.orders.enums.OrderType;
import net.jacobpeterson.alpaca.model.endpoint.portfoliohistory.enums.PortfolioPeriodUnit;
import net.jacobpeterson.alpaca.model.endpoint.portfoliohistory.enums.PortfolioTimeFrame;
import net.jacobpeterson.alpaca.model.endpoint.streaming.enums.StreamingMessageType;
import net.jacobpeterson.alpaca.model.endpoint.streaming.trade.TradeUpdateMessage;
import net.jacobpeterson.alpaca.model.endpoint.streaming.trade.enums.TradeUpdateEvent;
import net.jacobpeterson.alpaca.model.properties.DataAPIType;
import net.jacobpeterson.alpaca.model.properties.EndpointAPIType;
import net.jacobpeterson.alpaca.rest.AlpacaClientException;
import net.jacobpeterson.alpaca.websocket.AlpacaWebsocket;
import net.jacobpeterson.alpaca.websocket.marketdata.MarketDataWebsocketInterface;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The published Java client net.jacobpeterson:alpaca-java trades through the gateway of a real
 * process. It has Alpaca's hosts built in; the OkHttp client it is given redirects its requests.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayJavaClientTest {
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final String PRICE = "200";

    private RunningLockstep lockstep;
    private OkHttpClient http;
    private JsonNode key;
    private AlpacaAPI alpaca;

    @BeforeAll
    void open(@TempDir Path temp) throws Exception {
        lockstep = new RunningLockstep(temp);
        lockstep.simulator().setPrice("AAPL", new BigDecimal(PRICE));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        lockstep.run("one", "--gateway-port", String.valueOf(port));
        lockstep.await("one", "gateway for bots on ");
        http = clientOf(port);
        key = lockstep.answer("keys", "add", "java");
        alpaca = alpaca(key.path("secret").asText());
        Eventually.within(
                BOUND, "orders are accepted", () -> succeeds(() -> cancel(limitOrder("F", 1))));
    }

    @AfterAll
    void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        lockstep.close();
    }

    @Test
    void submits_finds_and_lists_orders() throws Exception {
        Order market = market("MSFT", 2);
        Order limit = limitOrder("MSFT", 1.5);

        awaitStatus(market, OrderStatus.FILLED);
        assertThat(find(market).getFilledQuantity()).isEqualTo("2");
        assertThat(alpaca.orders().getByClientID(limit.getClientOrderId()).getId())
                .isEqualTo(limit.getId());
        assertThat(openOrders())
                .filteredOn(order -> order.getSymbol().equals("MSFT"))
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.getId()).isEqualTo(limit.getId());
                    assertThat(order.getLimitPrice()).isEqualTo("1.5");
                });
    }

    @Test
    void submits_brackets_stops_and_trailing_stops() throws Exception {
        Order bracket =
                alpaca.orders()
                        .requestMarketBracketOrder(
                                "AAPL", 3, OrderSide.BUY, OrderTimeInForce.DAY, 900.0, 20.0, null);
        assertThat(alpaca.orders().get(bracket.getId(), true).getLegs())
                .extracting(Order::getType)
                .containsExactlyInAnyOrder(OrderType.LIMIT, OrderType.STOP);
        Order stop =
                alpaca.orders()
                        .requestStopLimitOrder(
                                "KO", 1, OrderSide.BUY, OrderTimeInForce.DAY, 901.0, 900.0, false);
        assertThat(stop.getType()).isEqualTo(OrderType.STOP_LIMIT);
        Order trailing =
                alpaca.orders()
                        .requestTrailingStopPercentOrder(
                                "KO", 1, OrderSide.BUY, OrderTimeInForce.DAY, 5.0, false);
        assertThat(trailing.getTrailPercent()).isEqualTo("5");
        assertThat(trailing.getHighWaterMark()).isNull();
    }

    @Test
    void replaces_and_cancels_orders() throws Exception {
        Order first = limitOrder("INTC", 1);
        awaitStatus(first, OrderStatus.NEW);
        Order successor =
                alpaca.orders()
                        .replace(first.getId(), 4, OrderTimeInForce.DAY, 1.5, null, null, null);
        assertThat(successor.getReplaces()).isEqualTo(first.getId());
        awaitStatus(successor, OrderStatus.NEW);
        assertThat(find(first).getStatus()).isEqualTo(OrderStatus.REPLACED);
        cancel(successor);
        awaitStatus(successor, OrderStatus.CANCELED);
    }

    @Test
    void reads_and_closes_a_position() throws Exception {
        awaitStatus(market("SPY", 10), OrderStatus.FILLED);
        assertThat(alpaca.positions().getBySymbol("SPY").getQuantityAvailable()).isEqualTo("10");
        assertThat(alpaca.positions().close("SPY", null, 50.0).getQuantity()).isEqualTo("5");
        Eventually.within(
                BOUND,
                "half of it is left",
                () ->
                        succeeds(() -> {
                            assertThat(alpaca.positions().getBySymbol("SPY").getQuantity())
                                    .isEqualTo("5");
                            return true;
                        }));
    }

    @Test
    void reads_the_account_and_market_data() throws Exception {
        awaitStatus(market("AAPL", 1), OrderStatus.FILLED);
        assertThat(new BigDecimal(alpaca.account().get().getCash())).isPositive();
        AccountConfiguration settings = alpaca.accountConfiguration().get();
        assertThatThrownBy(() -> alpaca.accountConfiguration().set(settings))
                .isInstanceOf(AlpacaClientException.class);
        assertThat(alpaca.clock().get().getIsOpen()).isNotNull();
        assertThat(alpaca.calendar().get(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 27)))
                .isNotEmpty();
        assertThat(alpaca.assets().get(AssetStatus.ACTIVE, AssetClass.US_EQUITY)).isNotEmpty();
        assertThat(alpaca.assets().getBySymbol("AAPL").getFractionable()).isTrue();
        assertThat(
                        alpaca.accountActivities()
                                .get(
                                        null,
                                        null,
                                        null,
                                        SortDirection.DESCENDING,
                                        10,
                                        null,
                                        ActivityType.FILL))
                .isNotEmpty()
                .allSatisfy(fill -> assertThat(fill).isInstanceOf(TradeActivity.class));
        assertThat(
                        alpaca.portfolioHistory()
                                .get(
                                        1,
                                        PortfolioPeriodUnit.WEEK,
                                        PortfolioTimeFrame.ONE_DAY,
                                        null,
                                        false)
                                .getDataPoints())
                .isNotEmpty();
        assertThat(alpaca.stockMarketData().getLatestQuote("AAPL").getQuote().getBidPrice())
                .isPositive();
    }

    @Test
    void receives_order_updates_on_the_stream() throws Exception {
        BlockingQueue<TradeUpdateMessage> updates = new LinkedBlockingQueue<>();
        alpaca.streaming()
                .setListener((_, message) -> {
                    if (message instanceof TradeUpdateMessage update) {
                        updates.add(update);
                    }
                });
        alpaca.streaming().connect();
        assertThat(alpaca.streaming().waitForAuthorization(BOUND.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        alpaca.streaming().streams(StreamingMessageType.TRADE_UPDATES);
        // The client does not report when its subscription is active.
        Eventually.within(
                BOUND,
                "an update arrives",
                () -> succeeds(() -> limitOrder("TSLA", 1)) && !updates.isEmpty());
        Order order = market("TSLA", 2);
        TradeUpdateMessage fill = next(updates, order, TradeUpdateEvent.FILL);
        assertThat(new BigDecimal(fill.getData().getPrice())).isPositive();
        assertThat(fill.getData().getPositionQuantity()).isEqualTo("2");
        // Otherwise the client would reconnect after its own close frame.
        ((AlpacaWebsocket<?, ?, ?>) alpaca.streaming()).setAutomaticallyReconnect(false);
        alpaca.streaming().disconnect();
    }

    @Test
    void receives_trades_on_the_market_data_stream() throws Exception {
        BlockingQueue<TradeMessage> trades = new LinkedBlockingQueue<>();
        MarketDataWebsocketInterface stream = alpaca.stockMarketDataStreaming();
        stream.setListener((_, message) -> {
            if (message instanceof TradeMessage trade) {
                trades.add(trade);
            }
        });
        stream.subscribeToControl(
                MarketDataMessageType.SUCCESS,
                MarketDataMessageType.SUBSCRIPTION,
                MarketDataMessageType.ERROR);
        stream.connect();
        assertThat(stream.waitForAuthorization(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
        stream.subscribe(List.of("IBM"), null, null);
        Eventually.within(
                BOUND,
                "a trade arrives",
                () -> {
                    lockstep.simulator().setPrice("IBM", new BigDecimal("301.5"));
                    lockstep.simulator().setPrice("IBM", new BigDecimal("302.5"));
                    return !trades.isEmpty();
                });
        assertThat(trades.element().getSymbol()).isEqualTo("IBM");
        assertThat(trades.element().getPrice()).isIn(301.5, 302.5);
        ((AlpacaWebsocket<?, ?, ?>) stream).setAutomaticallyReconnect(false);
        stream.disconnect();
    }

    @Test
    void parses_error_responses() {
        assertThatThrownBy(() -> alpaca("wrong").account().get())
                .isInstanceOf(AlpacaClientException.class)
                .hasMessageContaining("request is not authorized");
        assertThatThrownBy(() -> alpaca.orders().getByClientID("nobody"))
                .isInstanceOf(AlpacaClientException.class)
                .hasMessageContaining("order not found for nobody");
        assertThatThrownBy(() ->
                        alpaca.orders().requestFractionalMarketOrder("AAPL", 0.5, OrderSide.BUY))
                .isInstanceOf(AlpacaClientException.class)
                .hasMessageContaining("fractional orders must be DAY orders");
    }

    private static TradeUpdateMessage next(
            BlockingQueue<TradeUpdateMessage> updates, Order order, TradeUpdateEvent event)
            throws InterruptedException {
        while (true) {
            TradeUpdateMessage update = updates.poll(BOUND.toSeconds(), TimeUnit.SECONDS);
            assertThat(update).as("an update %s", event).isNotNull();
            if (update.getData().getEvent() == event
                    && update.getData().getOrder().getId().equals(order.getId())) {
                return update;
            }
        }
    }

    private void awaitStatus(Order order, OrderStatus status) {
        Eventually.within(
                BOUND,
                order.getSymbol() + " is " + status,
                () ->
                        succeeds(() -> {
                            assertThat(find(order).getStatus()).isEqualTo(status);
                            return true;
                        }));
    }

    private static boolean succeeds(Callable<?> call) {
        try {
            return call.call() != null;
        } catch (AssertionError | Exception notYet) {
            return false;
        }
    }

    private Order find(Order order) throws AlpacaClientException {
        return alpaca.orders().get(order.getId(), false);
    }

    private Order cancel(Order order) throws AlpacaClientException {
        alpaca.orders().cancel(order.getId());
        return order;
    }

    private Order market(String symbol, int qty) throws AlpacaClientException {
        return alpaca.orders().requestMarketOrder(symbol, qty, OrderSide.BUY, OrderTimeInForce.DAY);
    }

    /** An order that rests. */
    private Order limitOrder(String symbol, double price) throws AlpacaClientException {
        return alpaca.orders()
                .requestLimitOrder(symbol, 1.0, OrderSide.BUY, OrderTimeInForce.DAY, price, false);
    }

    private List<Order> openOrders() throws AlpacaClientException {
        return alpaca.orders()
                .get(CurrentOrderStatus.OPEN, 50, null, null, SortDirection.ASCENDING, false, null);
    }

    private AlpacaAPI alpaca(String secret) {
        return new AlpacaAPI(
                http,
                key.path("key").asText(),
                secret,
                null,
                EndpointAPIType.PAPER,
                DataAPIType.IEX);
    }

    private static OkHttpClient clientOf(int port) {
        return new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    HttpUrl here =
                            chain.request()
                                    .url()
                                    .newBuilder()
                                    .scheme("http")
                                    .host("127.0.0.1")
                                    .port(port)
                                    .build();
                    return chain.proceed(chain.request().newBuilder().url(here).build());
                })
                .build();
    }
}
