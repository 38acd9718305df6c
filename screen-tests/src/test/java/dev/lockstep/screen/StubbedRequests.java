package dev.lockstep.screen;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Chosen requests of one page to the interface, answered in place of the server. A route of
 * Playwright would do it too, but turns off the browser's cache, so that the page loads each of its
 * files again, which costs more than most tests.
 */
final class StubbedRequests {
    private static final String INTERFACE = "/api/v1/";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;

    private final CDPSession browser;
    private final Map<String, Consumer<JsonObject>> stubs = new HashMap<>();

    /** Of this page, from its next request on. */
    StubbedRequests(Page page) {
        browser = page.context().newCDPSession(page);
        browser.on("Fetch.requestPaused", this::paused);
        JsonObject pattern = new JsonObject();
        pattern.addProperty("urlPattern", "*" + INTERFACE + "*");
        JsonArray patterns = new JsonArray();
        patterns.add(pattern);
        JsonObject all = new JsonObject();
        all.add("patterns", patterns);
        browser.send("Fetch.enable", all);
    }

    /**
     * Answers requests.
     *
     * @param path a regular expression of their path after {@code /api/v1/}, without the query
     * @param json gets the path and returns the answer
     */
    StubbedRequests answer(String path, UnaryOperator<String> json) {
        stubs.put(path, paused -> fulfill(paused, OK, json.apply(pathOf(paused))));
        return this;
    }

    /** Answers requests with an error. */
    StubbedRequests refuse(String path, int status, String json) {
        stubs.put(path, paused -> fulfill(paused, status, json));
        return this;
    }

    /** Never answers requests. */
    StubbedRequests hold(String path) {
        stubs.put(path, _ -> {});
        return this;
    }

    /** Changes what the server answers. */
    StubbedRequests change(String path, Consumer<ObjectNode> change) {
        stubs.put(path, paused -> changed(paused, change));
        return this;
    }

    private void paused(JsonObject paused) {
        String path = pathOf(paused);
        try {
            stubs.entrySet().stream()
                    .filter(stub -> path.matches(stub.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(this::forward)
                    .accept(paused);
        } catch (PlaywrightException _) {
            // The page has closed or given the request up. If it still waits, its test fails.
        }
    }

    private static String pathOf(JsonObject paused) {
        URI url = URI.create(paused.getAsJsonObject("request").get("url").getAsString());
        return url.getRawPath().substring(INTERFACE.length());
    }

    private void forward(JsonObject paused) {
        browser.send("Fetch.continueRequest", about(paused));
    }

    private void changed(JsonObject paused, Consumer<ObjectNode> change) {
        JsonElement status = paused.get("responseStatusCode");
        if (status == null) {
            JsonObject request = about(paused);
            request.addProperty("interceptResponse", true);
            browser.send("Fetch.continueRequest", request);
            return;
        }
        JsonObject answer = browser.send("Fetch.getResponseBody", about(paused));
        ObjectNode json = read(answer);
        change.accept(json);
        fulfill(paused, status.getAsInt(), json.toString());
    }

    private static ObjectNode read(JsonObject answer) {
        String body = answer.get("body").getAsString();
        try {
            return (ObjectNode)
                    (answer.get("base64Encoded").getAsBoolean()
                            ? JSON.readTree(Base64.getDecoder().decode(body))
                            : JSON.readTree(body));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void fulfill(JsonObject paused, int status, String json) {
        JsonObject type = new JsonObject();
        type.addProperty("name", "content-type");
        type.addProperty("value", "application/json");
        JsonArray headers = new JsonArray();
        headers.add(type);
        JsonObject answer = about(paused);
        answer.addProperty("responseCode", status);
        answer.add("responseHeaders", headers);
        answer.addProperty(
                "body", Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));
        browser.send("Fetch.fulfillRequest", answer);
    }

    private static JsonObject about(JsonObject paused) {
        JsonObject about = new JsonObject();
        about.add("requestId", paused.get("requestId"));
        return about;
    }
}
