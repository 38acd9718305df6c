package dev.lockstep.benchmarks.screen;

import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Submits orders over REST from several callers while a number of tabs show the screen. */
final class HttpSubmits implements Contestant {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

    /** Excludes the one-time cost of opening pages from the measurement. */
    private static final Duration SETTLE = Duration.ofSeconds(3);

    private static final int MADE = 201;
    private static final String ORDER =
            "{\"symbol\":\"F\",\"side\":\"buy\",\"qty\":\"1\",\"type\":\"market\"}";

    private final String name;
    private final String address;
    private final Chromium chromium;
    private final int tabs;
    private final int callers;
    private final int orders;

    HttpSubmits(String name, String address, Chromium chromium, int tabs, int callers, int orders) {
        this.name = name;
        this.address = address;
        this.chromium = chromium;
        this.tabs = tabs;
        this.callers = callers;
        this.orders = orders;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Score run() throws Exception {
        List<BrowserTab> open = new ArrayList<>();
        try {
            for (int tab = 0; tab < tabs; tab++) {
                open.add(chromium.open(address));
                open.getLast().await(ScreenLoad.LIVE);
            }
            Thread.sleep(SETTLE);
            return submit();
        } finally {
            for (BrowserTab tab : open) {
                tab.close();
            }
        }
    }

    private Score submit() throws InterruptedException, IOException {
        long[] calls = new long[orders];
        List<Future<Integer>> ends = new ArrayList<>();
        long began = System.nanoTime();
        try (HttpClient http = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            for (int caller = 0; caller < callers; caller++) {
                ends.add(threads.submit(caller(http, caller, calls)));
            }
            for (Future<Integer> end : ends) {
                end.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("a caller failed", failed.getCause());
        }
        return Score.of(orders, System.nanoTime() - began, calls);
    }

    private Callable<Integer> caller(HttpClient http, int first, long[] calls) {
        return () -> {
            for (int order = first; order < orders; order += callers) {
                long began = System.nanoTime();
                HttpResponse<String> answer = http.send(request(), BodyHandlers.ofString());
                calls[order] = System.nanoTime() - began;
                if (answer.statusCode() != MADE) {
                    throw new IOException(answer.statusCode() + ": " + answer.body());
                }
            }
            return first;
        };
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1/orders"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .timeout(LONGEST_ANSWER)
                .POST(HttpRequest.BodyPublishers.ofString(ORDER))
                .build();
    }
}
