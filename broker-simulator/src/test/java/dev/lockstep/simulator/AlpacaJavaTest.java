package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.jacobpeterson.alpaca.AlpacaAPI;
import net.jacobpeterson.alpaca.model.endpoint.accountactivities.TradeActivity;
import net.jacobpeterson.alpaca.model.endpoint.accountactivities.enums.ActivityType;
import net.jacobpeterson.alpaca.model.endpoint.accountconfiguration.AccountConfiguration;
import net.jacobpeterson.alpaca.model.endpoint.assets.enums.AssetClass;
import net.jacobpeterson.alpaca.model.endpoint.assets.enums.AssetStatus;
import net.jacobpeterson.alpaca.model.endpoint.common.enums.SortDirection;
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
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs the published Java client net.jacobpeterson:alpaca-java against the simulator. The client
 * has Alpaca's hosts built in; the OkHttp client it is given redirects its requests to the
 * simulator.
 */
@Tag("slow")
class AlpacaJavaTest {
    private static final long TIMEOUT_SECONDS = 20;
    private static final int MAX_ATTEMPTS = 100;
    private static final long ATTEMPT_MILLIS = 200;

    private final BlockingQueue<TradeUpdateMessage> updates = new LinkedBlockingQueue<>();
    private Simulator simulator;
    private OkHttpClient http;
    private AlpacaAPI alpaca;

    @BeforeEach
    void start() {
        simulator =
                Simulator.start(
                        SimulatorConfig.defaults()
                                .withRequestsPerMinute(0)
                                .withWalkingPrices(false));
        simulator.setPrice("AAPL", new BigDecimal("200"));
        http = clientOf(simulator.uri());
        alpaca = alpaca("SIM-SECRET");
    }

    @AfterEach
    void stop() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        simulator.close();
    }

    @Test
    void submits_finds_and_lists_orders() throws Exception {
        Order market =
                alpaca.orders().requestMarketOrder("AAPL", 2, OrderSide.BUY, OrderTimeInForce.DAY);
        assertThat(market.getStatus()).isEqualTo(OrderStatus.PENDING_NEW);
        Order limit = limitOrder(150.5);
        Order fraction = marketOrder("AAPL", 0.5, null);
        Order cash = marketOrder("MSFT", null, 100.0);

        Order filled = alpaca.orders().get(market.getId(), false);
        assertThat(filled.getStatus()).isEqualTo(OrderStatus.FILLED);
        assertThat(filled.getAverageFillPrice()).isEqualTo("200");
        assertThat(alpaca.orders().getByClientID(limit.getClientOrderId()).getId())
                .isEqualTo(limit.getId());
        List<Order> open = list(CurrentOrderStatus.OPEN);
        assertThat(open).extracting(Order::getId).containsExactly(limit.getId());
        assertThat(open.getFirst().getLimitPrice()).isEqualTo("150.5");
        assertThat(list(CurrentOrderStatus.ALL))
                .extracting(Order::getId)
                .containsExactly(market.getId(), limit.getId(), fraction.getId(), cash.getId());
    }

    @Test
    void submits_brackets_stops_and_trailing_stops() throws Exception {
        Order bracket =
                alpaca.orders()
                        .requestMarketBracketOrder(
                                "AAPL", 3, OrderSide.BUY, OrderTimeInForce.DAY, 250.0, 180.0, null);
        Order whole = alpaca.orders().get(bracket.getId(), true);
        assertThat(whole.getLegs())
                .extracting(Order::getType)
                .containsExactlyInAnyOrder(OrderType.LIMIT, OrderType.STOP);
        assertThat(whole.getLegs())
                .extracting(Order::getStatus)
                .containsExactlyInAnyOrder(OrderStatus.NEW, OrderStatus.HELD);
        Order stop =
                alpaca.orders()
                        .requestStopLimitOrder(
                                "F", 1, OrderSide.BUY, OrderTimeInForce.DAY, 20.0, 19.0, false);
        assertThat(stop.getType()).isEqualTo(OrderType.STOP_LIMIT);
        Order trailing =
                alpaca.orders()
                        .requestTrailingStopPercentOrder(
                                "F", 1, OrderSide.BUY, OrderTimeInForce.DAY, 5.0, false);
        assertThat(trailing.getTrailPercent()).isEqualTo("5");
        assertThat(trailing.getHighWaterMark()).isNotNull();
    }

    @Test
    void replaces_and_cancels_orders() throws Exception {
        Order first = limitOrder(150);
        Order successor =
                alpaca.orders()
                        .replace(first.getId(), 4, OrderTimeInForce.DAY, 151.0, null, null, null);
        assertThat(successor.getReplaces()).isEqualTo(first.getId());
        assertThat(alpaca.orders().get(first.getId(), false).getStatus())
                .isEqualTo(OrderStatus.REPLACED);
        alpaca.orders().cancel(successor.getId());
        assertThat(alpaca.orders().get(successor.getId(), false).getStatus())
                .isEqualTo(OrderStatus.CANCELED);
        limitOrder(140);
        limitOrder(141);
        assertThat(alpaca.orders().cancelAll()).hasSize(2).allMatch(one -> one.getStatus() == 200);
        assertThat(list(CurrentOrderStatus.OPEN)).isEmpty();
    }

    @Test
    void reads_and_closes_positions() throws Exception {
        alpaca.orders().requestMarketOrder("AAPL", 10, OrderSide.BUY, OrderTimeInForce.DAY);
        alpaca.orders().requestMarketOrder("MSFT", 1, OrderSide.BUY, OrderTimeInForce.DAY);
        assertThat(alpaca.positions().get()).hasSize(2);
        assertThat(alpaca.positions().getBySymbol("AAPL").getQuantityAvailable()).isEqualTo("10");
        Order half = alpaca.positions().close("AAPL", null, 50.0);
        assertThat(half.getQuantity()).isEqualTo("5");
        assertThat(alpaca.positions().closeAll(true))
                .hasSize(2)
                .allMatch(one -> one.getStatus() == 200);
        assertThat(alpaca.positions().get()).isEmpty();
    }

    @Test
    void reads_the_account_and_market_data() throws Exception {
        alpaca.orders().requestMarketOrder("AAPL", 10, OrderSide.BUY, OrderTimeInForce.DAY);
        assertThat(alpaca.account().get().getCash()).isEqualTo("98000");
        AccountConfiguration settings = alpaca.accountConfiguration().get();
        assertThat(settings.getNoShorting()).isFalse();
        settings.setNoShorting(true);
        assertThat(alpaca.accountConfiguration().set(settings).getNoShorting()).isTrue();
        assertThat(alpaca.clock().get().getIsOpen()).isTrue();
        assertThat(alpaca.calendar().get(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 27)))
                .hasSize(4);
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
                .singleElement()
                .isInstanceOfSatisfying(
                        TradeActivity.class, fill -> assertThat(fill.getPrice()).isEqualTo("200"));
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
        alpaca.streaming()
                .setListener((_, message) -> {
                    if (message instanceof TradeUpdateMessage update) {
                        updates.add(update);
                    }
                });
        alpaca.streaming().connect();
        assertThat(alpaca.streaming().waitForAuthorization(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .isTrue();
        alpaca.streaming().streams(StreamingMessageType.TRADE_UPDATES);
        Order resting = limitOrderWithUpdate();
        alpaca.orders().requestMarketOrder("AAPL", 2, OrderSide.BUY, OrderTimeInForce.DAY);
        assertThat(next(TradeUpdateEvent.NEW).getData().getOrder().getStatus())
                .isEqualTo(OrderStatus.NEW);
        TradeUpdateMessage fill = next(TradeUpdateEvent.FILL);
        assertThat(fill.getData().getPrice()).isEqualTo("200");
        assertThat(fill.getData().getPositionQuantity()).isEqualTo("2");
        alpaca.orders().cancel(resting.getId());
        assertThat(next(TradeUpdateEvent.CANCELED).getData().getOrder().getId())
                .isEqualTo(resting.getId());
        // Otherwise the client would reconnect after its own close frame.
        ((AlpacaWebsocket<?, ?, ?>) alpaca.streaming()).setAutomaticallyReconnect(false);
        alpaca.streaming().disconnect();
    }

    @Test
    void parses_error_responses() {
        assertThatThrownBy(() -> alpaca("wrong").account().get())
                .isInstanceOf(AlpacaClientException.class)
                .hasMessageContaining("unauthorized");
        assertThatThrownBy(() -> alpaca.orders().getByClientID("nobody"))
                .isInstanceOf(AlpacaClientException.class)
                .hasMessageContaining("order not found for nobody");
        // The client's shortcut for fractional orders sends gtc, which Alpaca no longer accepts.
        assertThatThrownBy(() ->
                        alpaca.orders().requestFractionalMarketOrder("AAPL", 0.5, OrderSide.BUY))
                .isInstanceOf(AlpacaClientException.class)
                .hasMessageContaining("fractional orders must be DAY orders");
    }

    /**
     * Submits orders until an update arrives: the client does not report when its subscription is
     * active.
     */
    private Order limitOrderWithUpdate() throws Exception {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Order order = limitOrder(100);
            TradeUpdateMessage update = updates.poll(ATTEMPT_MILLIS, TimeUnit.MILLISECONDS);
            if (update != null && update.getData().getOrder().getId().equals(order.getId())) {
                return order;
            }
        }
        throw new AssertionError("no update for " + MAX_ATTEMPTS + " orders");
    }

    private TradeUpdateMessage next(TradeUpdateEvent event) throws InterruptedException {
        while (true) {
            TradeUpdateMessage update = updates.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            assertThat(update).as("an update %s within %s s", event, TIMEOUT_SECONDS).isNotNull();
            if (update.getData().getEvent() == event) {
                return update;
            }
        }
    }

    private Order limitOrder(double price) throws AlpacaClientException {
        return alpaca.orders()
                .requestLimitOrder("AAPL", 1.0, OrderSide.BUY, OrderTimeInForce.DAY, price, false);
    }

    private Order marketOrder(String symbol, @Nullable Double qty, @Nullable Double notional)
            throws AlpacaClientException {
        return alpaca.orders()
                .requestOrder(
                        symbol,
                        qty,
                        notional,
                        OrderSide.BUY,
                        OrderType.MARKET,
                        OrderTimeInForce.DAY,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
    }

    private List<Order> list(CurrentOrderStatus status) throws AlpacaClientException {
        return alpaca.orders().get(status, 50, null, null, SortDirection.ASCENDING, false, null);
    }

    private AlpacaAPI alpaca(String secret) {
        return new AlpacaAPI(http, "SIM-KEY", secret, null, EndpointAPIType.PAPER, DataAPIType.IEX);
    }

    private static OkHttpClient clientOf(URI simulator) {
        return new OkHttpClient.Builder()
                .addInterceptor(chain -> redirected(chain.request(), simulator, chain::proceed))
                .build();
    }

    private interface Sending {
        Response send(Request request) throws IOException;
    }

    private static Response redirected(Request request, URI simulator, Sending sending)
            throws IOException {
        HttpUrl here =
                request.url()
                        .newBuilder()
                        .scheme(simulator.getScheme())
                        .host(simulator.getHost())
                        .port(simulator.getPort())
                        .build();
        return sending.send(request.newBuilder().url(here).build());
    }
}
