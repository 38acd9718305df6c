package dev.lockstep.benchmarks.screen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.domain.order.id.OrderId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Orders that this process commits one by one, at random moments, while a number of tabs show the
 * list of all orders. A call lasts from the return of the commit until the visible tab has drawn
 * the order's row, both by this machine's clock.
 */
final class PaintedOrders implements Contestant {
    /** Excludes the one-time cost of opening pages from the measurement. */
    private static final Duration SETTLE = Duration.ofSeconds(3);

    /** Longer than the server's interval between two looks at the store. */
    private static final long SHORTEST_GAP_MILLIS = 200;

    private static final long LONGEST_GAP_MILLIS = 400;
    private static final double MICROS_PER_MILLI = 1_000;
    private static final String VIEW = "/#trade?tab=all";

    /** Notes when a row has been drawn: in the first task after the frame that contains it. */
    private static final String NOTE_TIMES =
            """
            window.drawnAt = {};
            const seen = new Set();
            new MutationObserver(() => {
              const fresh = [...document.querySelectorAll('#blotter .row.body')]
                  .map((row) => row.dataset.id).filter((id) => id && !seen.has(id));
              if (!fresh.length) return;
              fresh.forEach((id) => seen.add(id));
              requestAnimationFrame(() => {
                const after = new MessageChannel();
                after.port1.onmessage = () => {
                  const now = performance.timeOrigin + performance.now();
                  fresh.forEach((id) => { window.drawnAt[id] = now; });
                };
                after.port2.postMessage(0);
              });
            }).observe(document, {childList: true, subtree: true, attributes: true});
            """;

    private final String name;
    private final String address;
    private final Chromium chromium;
    private final OtherProcess writer;
    private final int tabs;
    private final int orders;
    private final RandomGenerator gaps = new SplittableRandom(1);

    /** Commits an order that is not sent to a broker, and returns its id. */
    interface OtherProcess {
        OrderId commit();
    }

    PaintedOrders(
            String name,
            String address,
            Chromium chromium,
            OtherProcess writer,
            int tabs,
            int orders) {
        this.name = name;
        this.address = address;
        this.chromium = chromium;
        this.writer = writer;
        this.tabs = tabs;
        this.orders = orders;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Score run() throws Exception {
        List<BrowserTab> hidden = new ArrayList<>();
        try {
            for (int tab = 1; tab < tabs; tab++) {
                hidden.add(chromium.open(address + VIEW));
                hidden.getLast().await(ScreenLoad.LIVE);
            }
            try (BrowserTab visible = chromium.open("about:blank")) {
                visible.beforeEachPage(NOTE_TIMES);
                visible.go(address + VIEW);
                visible.await(ScreenLoad.LIVE);
                Thread.sleep(SETTLE);
                return painted(visible);
            }
        } finally {
            for (BrowserTab tab : hidden) {
                tab.close();
            }
        }
    }

    private Score painted(BrowserTab visible) throws IOException, InterruptedException {
        Map<OrderId, Instant> committed = new LinkedHashMap<>();
        long began = System.nanoTime();
        for (int order = 0; order < orders; order++) {
            OrderId id = writer.commit();
            committed.put(id, Instant.now());
            Thread.sleep(gaps.nextLong(SHORTEST_GAP_MILLIS, LONGEST_GAP_MILLIS));
        }
        for (OrderId id : committed.keySet()) {
            visible.await("window.drawnAt['" + id + "'] > 0");
        }
        long took = System.nanoTime() - began;
        JsonNode drawn = visible.evaluate("window.drawnAt");
        return Score.of(
                orders,
                took,
                committed.entrySet().stream()
                        .mapToLong(each -> nanosUntil(drawn, each.getKey(), each.getValue()))
                        .toArray());
    }

    private static long nanosUntil(JsonNode drawn, OrderId id, Instant committed) {
        long drawnMicros = Math.round(drawn.path(id.toString()).doubleValue() * MICROS_PER_MILLI);
        long micros = drawnMicros - ChronoUnit.MICROS.between(Instant.EPOCH, committed);
        return TimeUnit.MICROSECONDS.toNanos(Math.max(0, micros));
    }
}
