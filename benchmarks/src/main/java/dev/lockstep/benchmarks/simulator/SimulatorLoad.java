package dev.lockstep.benchmarks.simulator;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Loads one simulator, in a process of its own with a fixed heap, and says which goals are met.
 *
 * <p>Submits come from 64 connections, each waiting for its answers, until there are so many closed
 * orders; a page of the order list is timed beside few closed orders and beside all of them.
 */
public final class SimulatorLoad {
    static final double GOAL_SUBMITS_PER_SECOND = 2_000;
    static final double GOAL_PAGE_RATIO = 1.5;

    private static final int CONNECTIONS = 64;
    private static final int FEW_CLOSED_ORDERS = 1_000;
    private static final int DEFAULT_CLOSED_ORDERS = 1_000_000;
    private static final int DEFAULT_HEAP_MEGABYTES = 3_072;
    private static final int PAGES = 2_000;
    private static final int BATCHES = 10;

    private final int closedOrders;
    private final int heapMegabytes;
    private final int pages;

    /** What was found. */
    record Findings(
            double submitsPerSecond,
            double slowestBatchPerSecond,
            double pageRatio,
            int orders,
            int heapMegabytes) {
        boolean met() {
            return submitsPerSecond >= GOAL_SUBMITS_PER_SECOND && pageRatio <= GOAL_PAGE_RATIO;
        }

        String table() {
            String line = "%-58s %12s   %s%n";
            return String.format(
                    Locale.ROOT,
                    line.repeat(3),
                    "submits from " + CONNECTIONS + " connections, median batch",
                    "%,.0f /s".formatted(submitsPerSecond),
                    "goal >= 2,000 /s: "
                            + verdict(submitsPerSecond >= GOAL_SUBMITS_PER_SECOND)
                            + ", slowest batch %,.0f /s".formatted(slowestBatchPerSecond),
                    "a page beside %,d closed orders : beside %,d"
                            .formatted(orders, FEW_CLOSED_ORDERS),
                    "%.2f x".formatted(pageRatio),
                    "goal <= 1.5: " + verdict(pageRatio <= GOAL_PAGE_RATIO),
                    "heap that was enough for %,d orders".formatted(orders),
                    "%,d MB".formatted(heapMegabytes),
                    "fixed by -Xmx");
        }

        private static String verdict(boolean met) {
            return met ? "met" : "missed";
        }
    }

    SimulatorLoad(int closedOrders, int heapMegabytes, int pages) {
        this.closedOrders = closedOrders;
        this.heapMegabytes = heapMegabytes;
        this.pages = pages;
    }

    /**
     * Runs it and prints a table; the exit code is 1 when a goal is missed.
     *
     * @param args how many closed orders there shall be in the end, and the heap in megabytes
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int closed = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_CLOSED_ORDERS;
        int heap = args.length > 1 ? Integer.parseInt(args[1]) : DEFAULT_HEAP_MEGABYTES;
        Findings findings = new SimulatorLoad(closed, heap, PAGES).measure();
        System.out.print(findings.table());
        System.exit(findings.met() ? 0 : 1);
    }

    Findings measure() throws IOException, InterruptedException {
        try (ServerProcess server = new ServerProcess(heapMegabytes)) {
            Submits submits = new Submits(server.uri(), CONNECTIONS);
            Pages page = new Pages(server.uri());
            submits.run("few", FEW_CLOSED_ORDERS);
            page.medianNanos(pages);
            long beside = page.medianNanos(pages);
            double[] perSecond = new double[BATCHES];
            for (int batch = 0; batch < BATCHES; batch++) {
                perSecond[batch] = submits.run("batch-" + batch, closedOrders / BATCHES);
            }
            long besideAll = page.medianNanos(pages);
            Arrays.sort(perSecond);
            return new Findings(
                    perSecond[BATCHES / 2],
                    perSecond[0],
                    (double) besideAll / beside,
                    closedOrders,
                    heapMegabytes);
        }
    }
}
