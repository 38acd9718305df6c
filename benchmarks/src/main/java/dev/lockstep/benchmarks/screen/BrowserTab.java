package dev.lockstep.benchmarks.screen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A browser tab, controlled by JavaScript over the DevTools protocol; one request at a time. */
final class BrowserTab implements AutoCloseable {
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);
    private static final Duration ASK_EVERY = Duration.ofMillis(50);

    private final ObjectMapper json = new ObjectMapper();
    private final Answers answers = new Answers();
    private final WebSocket socket;

    BrowserTab(HttpClient http, URI address) {
        socket = http.newWebSocketBuilder().buildAsync(address, answers).join();
    }

    /** Evaluates an expression; if it is a promise, waits for its result. */
    JsonNode evaluate(String expression) throws IOException {
        JsonNode result =
                ask(
                        "Runtime.evaluate",
                        json.createObjectNode()
                                .put("expression", expression)
                                .put("awaitPromise", true)
                                .put("returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IOException("in the page: " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    /**
     * Waits until an expression is true. Polls from this process, since a page loses its state when
     * it loads.
     */
    void await(String expression) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!evaluate(expression).booleanValue()) {
            if (System.nanoTime() - began > LONGEST_ANSWER.toNanos()) {
                throw new IOException("condition not met in the page: " + expression);
            }
            Thread.sleep(ASK_EVERY);
        }
    }

    /** Slows the tab's connections down, without delaying the first byte. */
    void throttle(int bytesPerSecond) throws IOException {
        JsonNode _ =
                ask(
                        "Network.emulateNetworkConditions",
                        json.createObjectNode()
                                .put("offline", false)
                                .put("latency", 0)
                                .put("downloadThroughput", bytesPerSecond)
                                .put("uploadThroughput", bytesPerSecond));
    }

    /** Deletes all files that the browser has kept. */
    void clearCache() throws IOException {
        JsonNode _ = ask("Network.clearBrowserCache", json.createObjectNode());
    }

    /** Runs a script in each page before its own scripts. */
    void beforeEachPage(String script) throws IOException {
        JsonNode _ = ask("Page.enable", json.createObjectNode());
        JsonNode _ =
                ask(
                        "Page.addScriptToEvaluateOnNewDocument",
                        json.createObjectNode().put("source", script));
    }

    /** Navigates the tab. */
    void go(String address) throws IOException {
        JsonNode _ = ask("Page.navigate", json.createObjectNode().put("url", address));
    }

    /** Closes the tab. */
    @Override
    public void close() throws IOException {
        ask("Page.close", json.createObjectNode());
        socket.abort();
    }

    private JsonNode ask(String method, JsonNode params) throws IOException {
        CompletableFuture<String> answer = answers.next();
        CompletableFuture<WebSocket> sent =
                socket.sendText(
                        json.createObjectNode()
                                .put("id", 1)
                                .put("method", method)
                                .<ObjectNode>set("params", params)
                                .toString(),
                        true);
        try {
            sent.get(LONGEST_ANSWER.toSeconds(), TimeUnit.SECONDS);
            return json.readTree(answer.get(LONGEST_ANSWER.toSeconds(), TimeUnit.SECONDS))
                    .path("result");
        } catch (ExecutionException | TimeoutException silent) {
            throw new IOException("the tab did not answer " + method, silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the tab", interrupted);
        }
    }

    /**
     * Assembles messages from their parts, and skips events: only a response begins with the id.
     */
    private static final class Answers implements WebSocket.Listener {
        private static final String RESPONSE = "{\"id\"";

        private final StringBuilder parts = new StringBuilder();
        private volatile CompletableFuture<String> waited = new CompletableFuture<>();

        CompletableFuture<String> next() {
            waited = new CompletableFuture<>();
            return waited;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                if (parts.indexOf(RESPONSE) == 0) {
                    waited.complete(parts.toString());
                }
                parts.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            waited.completeExceptionally(failure);
        }
    }
}
