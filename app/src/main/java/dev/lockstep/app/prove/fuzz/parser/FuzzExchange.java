package dev.lockstep.app.prove.fuzz.parser;

import dev.lockstep.broker.alpaca.connection.FrameSource;
import dev.lockstep.broker.alpaca.connection.InProcessLink;
import dev.lockstep.simulator.InProcessExchange;
import dev.lockstep.simulator.server.Dispatcher;
import dev.lockstep.simulator.server.request.WireRequest;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A simulated exchange that has orders of all types, so that its answers are rich samples. */
final class FuzzExchange implements InProcessLink {
    /** The bodies of its first orders. */
    static final List<String> ORDERS =
            List.of(
                    """
                    {"symbol":"AAPL","qty":"10","side":"buy","type":"market",\
                    "time_in_force":"day","client_order_id":"first"}\
                    """,
                    """
                    {"symbol":"MSFT","notional":"500.50","side":"buy","type":"market",\
                    "time_in_force":"day"}\
                    """,
                    """
                    {"symbol":"BTC/USD","qty":"0.25","side":"buy","type":"market",\
                    "time_in_force":"gtc"}\
                    """,
                    """
                    {"symbol":"AAPL","qty":"5","side":"buy","type":"limit",\
                    "time_in_force":"gtc","limit_price":"1.25","extended_hours":false,\
                    "client_order_id":"resting"}\
                    """,
                    """
                    {"symbol":"TSLA","qty":"3","side":"buy","type":"stop",\
                    "time_in_force":"gtc","stop_price":"9000"}\
                    """,
                    """
                    {"symbol":"TSLA","qty":"3","side":"buy","type":"stop_limit",\
                    "time_in_force":"day","stop_price":"9000","limit_price":"9001.50"}\
                    """,
                    """
                    {"symbol":"AAPL","qty":"2","side":"sell","type":"trailing_stop",\
                    "time_in_force":"gtc","trail_percent":"50"}\
                    """,
                    """
                    {"symbol":"NVDA","qty":"4","side":"buy","type":"limit",\
                    "time_in_force":"gtc","limit_price":"2","order_class":"bracket",\
                    "take_profit":{"limit_price":"3"},\
                    "stop_loss":{"stop_price":"1.5","limit_price":"1.4"}}\
                    """);

    private static final BigDecimal CASH = BigDecimal.valueOf(1_000_000);
    private static final int MAX_UPDATES = 2 * ORDERS.size();

    private final List<String> updates = new ArrayList<>();
    private final InProcessExchange exchange;

    FuzzExchange(InstantSource clock) {
        exchange = new InProcessExchange(1, 0, 0, CASH, clock, this::publish);
        ORDERS.forEach(order -> request("POST", "/v2/orders", Map.of(), order));
    }

    /** Answers a request of the exchange's own key. */
    Dispatcher.Response request(
            String method, String path, Map<String, List<String>> query, String body) {
        return exchange.serve(
                new WireRequest(
                        method,
                        path,
                        query,
                        InProcessExchange.KEY.id(),
                        InProcessExchange.KEY.secret(),
                        body));
    }

    /** Returns the events of its first orders. */
    List<String> updates() {
        return updates;
    }

    private void publish(String update) {
        if (updates.size() < MAX_UPDATES) {
            updates.add(update);
        }
    }

    @Override
    public Received exchange(Sent sent) {
        Dispatcher.Response response =
                request(sent.method(), sent.path(), sent.query(), sent.body());
        return new Received(response.status(), Map.of(), response.body());
    }

    @Override
    public FrameSource stream() {
        throw new UnsupportedOperationException("this exchange has no stream");
    }
}
