package dev.lockstep.benchmarks.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The trading loop and the web server as one child process. */
final class RunningPlatform implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("screen on (http\\S+)");
    private static final int POLL_MILLIS = 20;
    private static final int HTTP_OK = 200;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Process process;
    private final Cost cost;

    /** Starts it and waits until it is healthy. */
    RunningPlatform(List<String> command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader output = process.inputReader();
        URI health = URI.create(address(output) + "/health");
        // The pipe must be drained: a full one blocks the server.
        Thread.ofVirtual().start(() -> drain(output));
        awaitHealthy(health);
        cost =
                new Cost(
                        (System.nanoTime() - began) / NANOS_PER_SECOND,
                        cpu(process.toHandle()).toNanos() / NANOS_PER_SECOND);
    }

    /** Returns what it took until it was healthy. */
    Cost cost() {
        return cost;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void drain(BufferedReader output) {
        try {
            while (output.readLine() != null) {
                // Only the address is used.
            }
        } catch (IOException ended) {
            // The process was ended while its output was read.
        }
    }

    private static String address(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher found = ADDRESS.matcher(line);
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new IOException("the platform ended before it listened");
    }

    private void awaitHealthy(URI health) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(health).build();
            while (client.send(request, BodyHandlers.discarding()).statusCode() != HTTP_OK) {
                if (!process.isAlive()) {
                    throw new IOException("the platform ended before it was healthy");
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
