package dev.lockstep.benchmarks.screen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Contest;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.Range;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.benchmarks.measure.Scores;
import dev.lockstep.benchmarks.persistence.ManyOrders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Benchmark of the screen with many closed orders: time to first paint and to the first order,
 * smoothness of scrolling, and the cost of open tabs for submits. The platform, its simulator, the
 * browser and the callers share this machine.
 */
public final class ScreenLoad implements Part {
    /** True after a page has received its first update from the server. */
    static final String LIVE =
            "document.getElementById('page')?.textContent.endsWith('live') === true";

    private static final int TABS = 20;
    private static final int FEW_CALLERS = 1;

    /** Enough callers to saturate the machine. */
    private static final int MANY_CALLERS = 4;

    private static final double SMOOTH_FRAME_MILLIS = 34;
    private static final double LOOPBACK_MILLIS = 1_500;
    private static final double SLOW_LINE_MILLIS = 2_000;
    private static final int SCROLLED_FRAMES = 300;
    private static final String PAINTED =
            "performance.getEntriesByName('first-contentful-paint')[0]?.startTime";
    private static final String SHOW_ALL =
            "[...document.querySelectorAll('#tabs button')].find(tab =>"
                    + " tab.textContent.trim().startsWith('All')).click()";
    private static final String ROWS = "document.querySelectorAll('#blotter .row.body').length > 5";

    /**
     * Scrolls from top to bottom in a fixed number of frames and returns the duration of each in
     * milliseconds.
     */
    private static final String SCROLL =
            """
            new Promise((done) => {
              const list = document.querySelector('#blotter .scroll');
              const took = [];
              let last = performance.now();
              const step = (now) => {
                took.push(now - last);
                last = now;
                list.scrollTop = took.length / %1$d * (list.scrollHeight - list.clientHeight);
                if (took.length < %1$d) requestAnimationFrame(step);
                else done(took.slice(1));
              };
              requestAnimationFrame(step);
            })
            """
                    .formatted(SCROLLED_FRAMES);

    private final Path folder;
    private final Path browser;
    private final int orders;
    private final int submits;
    private final Consumer<String> progress;

    /**
     * Creates the benchmark.
     *
     * @param folder an empty folder
     * @param browser the browser's executable
     * @param orders number of closed orders
     * @param submits number of orders submitted in a round
     */
    public ScreenLoad(
            Path folder, Path browser, int orders, int submits, Consumer<String> progress) {
        this.folder = folder;
        this.browser = browser;
        this.orders = orders;
        this.submits = submits;
        this.progress = progress;
    }

    /** Returns the installed browser. */
    public static Path browser() throws IOException {
        return Chromium.installed()
                .orElseThrow(() ->
                        new IOException("no Chromium under /usr/bin: the screen is not measured"));
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        ManyOrders.closed(data.resolve("lockstep.db"), orders);
        try (ServedBook book = new ServedBook(data);
                Chromium chromium = new Chromium(browser, folder.resolve("profile"))) {
            double[] painted = new double[rounds];
            double[] smooth = new double[rounds];
            FirstRow firstRow = new FirstRow(chromium, book.address());
            double[] first = new double[rounds];
            double[] slow = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                try (BrowserTab tab = chromium.open(book.address())) {
                    tab.await(LIVE);
                    painted[round] = tab.evaluate(PAINTED).doubleValue();
                    smooth[round] = smoothShare(tab);
                    progress.accept(
                            "round %d of %d  painted after %.0f ms, %.3f of the frames smooth"
                                    .formatted(round + 1, rounds, painted[round], smooth[round]));
                }
                first[round] = firstRow.onLoopback();
                slow[round] = firstRow.onSlowLine();
                progress.accept(
                        "round %d of %d  first order after %.0f ms, at 1.6 Mbit/s after %.0f ms"
                                .formatted(round + 1, rounds, first[round], slow[round]));
            }
            Scores scores =
                    new Contest(
                                    List.of(
                                            load(book, chromium, FEW_CALLERS, 0),
                                            load(book, chromium, FEW_CALLERS, TABS),
                                            load(book, chromium, MANY_CALLERS, 0),
                                            load(book, chromium, MANY_CALLERS, TABS)),
                                    progress)
                            .run(rounds);
            List<BenchmarkFinding> findings = new ArrayList<>(findings(scores, painted, smooth));
            findings.add(firstOrder("on loopback", first, LOOPBACK_MILLIS));
            findings.add(firstOrder("at 1.6 Mbit/s", slow, SLOW_LINE_MILLIS));
            return new BenchmarkOutcome("screen", scores, findings);
        }
    }

    private HttpSubmits load(ServedBook book, Chromium chromium, int callers, int tabs) {
        return new HttpSubmits(
                name(callers, tabs), book.address(), chromium, tabs, callers, submits);
    }

    private static String name(int callers, int tabs) {
        return "submits over REST, callers: %d, tabs: %d".formatted(callers, tabs);
    }

    private static double smoothShare(BrowserTab tab) throws IOException, InterruptedException {
        tab.evaluate(SHOW_ALL);
        tab.await(ROWS);
        JsonNode frames = tab.evaluate(SCROLL);
        int smooth = 0;
        for (JsonNode frame : frames) {
            if (frame.doubleValue() <= SMOOTH_FRAME_MILLIS) {
                smooth++;
            }
        }
        return smooth / (double) frames.size();
    }

    private static BenchmarkFinding costOfTabs(Scores scores, int callers) {
        return scores.ratio(
                name(callers, TABS) + " ÷ none",
                name(callers, TABS),
                name(callers, 0),
                Score::perSecond,
                new Goal.AtLeast(0.9));
    }

    private BenchmarkFinding firstOrder(String where, double[] millis, double goal) {
        return new BenchmarkFinding(
                "screen, first of " + orders + " orders with an empty cache, " + where,
                "ms",
                Range.of(millis),
                new Goal.AtMost(goal));
    }

    private List<BenchmarkFinding> findings(Scores scores, double[] painted, double[] smooth) {
        return List.of(
                costOfTabs(scores, FEW_CALLERS),
                costOfTabs(scores, MANY_CALLERS),
                new BenchmarkFinding(
                        "screen, first paint in front of " + orders + " orders",
                        "ms",
                        Range.of(painted),
                        new Goal.AtMost(1_000)),
                new BenchmarkFinding(
                        "screen, share of frames within "
                                + (int) SMOOTH_FRAME_MILLIS
                                + " ms, scrolling "
                                + orders
                                + " orders",
                        "",
                        Range.of(smooth),
                        new Goal.AtLeast(0.95)));
    }
}
