package dev.lockstep.simulator.connection;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Client for the control endpoints of a running simulator on this machine. */
public final class RunningSimulator {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String FAULTS = "/sim/faults";
    private static final String CLOCK = "/sim/clock";
    private static final String PRICE = "/sim/price";

    private final URI address;

    public RunningSimulator(URI address) {
        this.address = address;
    }

    /**
     * Response of a simulator.
     *
     * @param done whether the request succeeded
     * @param json the resulting state, or the reason of the refusal
     */
    public record Reply(boolean done, String json) {}

    /** Returns the active fault plan and the number of times each rule was applied. */
    public Reply faults() throws IOException, InterruptedException {
        return send("GET", FAULTS, "");
    }

    /** Replaces the active fault plan. */
    public Reply arm(String plan) throws IOException, InterruptedException {
        return send("PUT", FAULTS, plan);
    }

    /** Removes the active fault plan. */
    public Reply clear() throws IOException, InterruptedException {
        return send("DELETE", FAULTS, "");
    }

    /** Returns the exchange's time, trading hours and speed. */
    public Reply clock() throws IOException, InterruptedException {
        return send("GET", CLOCK, "");
    }

    /** Sets the exchange's time forward, changes its speed, or both. */
    public Reply steer(String body) throws IOException, InterruptedException {
        return send("POST", CLOCK, body);
    }

    /** Sets a price and fills the orders it triggers. */
    public Reply price(String body) throws IOException, InterruptedException {
        return send("POST", PRICE, body);
    }

    private Reply send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(TIMEOUT)
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode() == 200, response.body());
        }
    }
}
