package dev.lockstep.benchmarks.screen;

import java.io.IOException;

/**
 * Measures how long a browser that knows nothing of the screen takes until it shows the first
 * order: from the navigation on, with an empty cache.
 */
final class FirstRow {
    /** 1.6 Mbit/s, a slow mobile connection. */
    private static final int SLOW_BYTES_PER_SECOND = 200_000;

    /** All orders are listed, because those of a benchmark are closed. */
    private static final String VIEW = "/#trade?tab=all";

    private static final String NOTE_TIME =
            """
            new MutationObserver(() => {
              if (!window.firstRow && document.querySelector('#blotter .row.body')) {
                window.firstRow = performance.now();
              }
            }).observe(document, {childList: true, subtree: true});
            """;

    private final Chromium chromium;
    private final String address;

    FirstRow(Chromium chromium, String address) {
        this.chromium = chromium;
        this.address = address;
    }

    /** Returns the milliseconds on loopback. */
    double onLoopback() throws IOException, InterruptedException {
        try (BrowserTab tab = chromium.open("about:blank")) {
            return measure(tab);
        }
    }

    /** Returns the milliseconds over a connection of 1.6 Mbit/s. */
    double onSlowLine() throws IOException, InterruptedException {
        try (BrowserTab tab = chromium.open("about:blank")) {
            tab.throttle(SLOW_BYTES_PER_SECOND);
            return measure(tab);
        }
    }

    private double measure(BrowserTab tab) throws IOException, InterruptedException {
        tab.clearCache();
        tab.beforeEachPage(NOTE_TIME);
        tab.go(address + VIEW);
        tab.await("window.firstRow > 0");
        return tab.evaluate("window.firstRow").doubleValue();
    }
}
