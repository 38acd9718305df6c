package dev.lockstep.benchmarks.usecase;

import dev.lockstep.benchmarks.measure.ConcurrentCalls;
import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.benchmarks.simulator.WireServer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The same orders as bare POSTs by OkHttp: nothing is checked and nothing is stored, and the answer
 * is not read beyond its bytes. The pool keeps a connection for each caller.
 */
final class BarePosts implements Contestant, AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int KEEP_ALIVE_MINUTES = 5;

    /** Far below the market, so that nothing is traded. */
    private static final String RESTING = "\"type\":\"limit\",\"limit_price\":\"1\"";

    private static final String MARKET = "\"type\":\"market\"";

    private final String name;
    private final WireServer exchange;
    private final int callers;
    private final int orders;
    private final String type;
    private final OkHttpClient client;
    private int runs;

    /** Returns posts of orders that stay open. */
    static BarePosts resting(String name, WireServer exchange, int callers, int orders) {
        return new BarePosts(name, exchange, callers, orders, RESTING);
    }

    /** Returns posts of orders that trade at once. */
    static BarePosts market(String name, WireServer exchange, int callers, int orders) {
        return new BarePosts(name, exchange, callers, orders, MARKET);
    }

    private BarePosts(String name, WireServer exchange, int callers, int orders, String type) {
        this.name = name;
        this.exchange = exchange;
        this.callers = callers;
        this.orders = orders;
        this.type = type;
        this.client =
                new OkHttpClient.Builder()
                        .connectionPool(
                                new ConnectionPool(callers, KEEP_ALIVE_MINUTES, TimeUnit.MINUTES))
                        .retryOnConnectionFailure(false)
                        .build();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Score run() throws InterruptedException {
        runs++;
        return ConcurrentCalls.run(orders, callers, this::post);
    }

    private void post(int number) throws IOException {
        String body =
                """
                {"symbol":"%s","qty":"1","side":"buy","time_in_force":"day",%s,\
                "client_order_id":"bare-%d-%d-%d"}\
                """
                        .formatted(TradingAccount.symbol(number), type, callers, runs, number);
        Request request =
                new Request.Builder()
                        .url(exchange.uri() + "/v2/orders")
                        .header("APCA-API-KEY-ID", exchange.key())
                        .header("APCA-API-SECRET-KEY", exchange.secret())
                        .post(RequestBody.create(body, JSON))
                        .build();
        try (Response response = client.newCall(request).execute()) {
            response.body().bytes();
            if (response.code() != 200) {
                throw new IOException("POST: " + response.code() + " (expected: 200)");
            }
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
