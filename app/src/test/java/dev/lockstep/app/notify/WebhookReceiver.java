package dev.lockstep.app.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A real web server that keeps the notifications that it receives. */
public final class WebhookReceiver implements AutoCloseable {
    private static final int STOP_SECONDS = 0;

    private final HttpServer server;
    private final List<JsonNode> notifications = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicInteger requests = new AtomicInteger();

    /** Starts it. */
    public WebhookReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            requests.incrementAndGet();
            if (status.get() == 200 && body.length > 0) {
                JsonMapper.builder()
                        .build()
                        .readTree(body)
                        .path("notifications")
                        .forEach(notifications::add);
            }
            exchange.sendResponseHeaders(status.get(), -1);
        }
    }

    /** Returns its address with a path. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Gives each request from now on this status. */
    public void answers(int other) {
        status.set(other);
    }

    /** Returns the number of requests. */
    public int requests() {
        return requests.get();
    }

    /** Returns the titles of what it received. */
    public List<String> titles() {
        return values("title");
    }

    /** Returns the ids of what it received. */
    public List<String> ids() {
        return values("id");
    }

    private List<String> values(String field) {
        List<String> values = new ArrayList<>();
        notifications.forEach(each -> values.add(each.path(field).asText()));
        return values;
    }

    @Override
    public void close() {
        server.stop(STOP_SECONDS);
    }
}
