package dev.lockstep.simulator.connection;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A simulator that runs on this machine, steered by its own endpoints. */
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
     * What a simulator answered.
     *
     * @param done whether it did what it was asked for
     * @param json the state it is in now, or why it refused
     */
    public record Reply(boolean done, String json) {}

    /** The fault plan in force and how often its rules have struck. */
    public Reply faults() throws IOException, InterruptedException {
        return send("GET", FAULTS, "");
    }

    /** Puts a fault plan in force in place of the one before. */
    public Reply arm(String plan) throws IOException, InterruptedException {
        return send("PUT", FAULTS, plan);
    }

    /** Takes the fault plan back. */
    public Reply clear() throws IOException, InterruptedException {
        return send("DELETE", FAULTS, "");
    }

    /** The exchange's time, its hours and its speed. */
    public Reply clock() throws IOException, InterruptedException {
        return send("GET", CLOCK, "");
    }

    /** Sets the exchange's time forward, changes its speed, or both. */
    public Reply steer(String wish) throws IOException, InterruptedException {
        return send("POST", CLOCK, wish);
    }

    /** Sets a price, and lets trade what it concerns. */
    public Reply price(String wish) throws IOException, InterruptedException {
        return send("POST", PRICE, wish);
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
