package dev.lockstep.benchmarks.simulator;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;

/** Reads the newest page of closed orders again and again, on one connection. */
final class Pages {
    private static final String PAGE = "/v2/orders?status=closed&limit=50";

    private final URI server;

    Pages(URI server) {
        this.server = server;
    }

    /** The median time of so many pages. */
    long medianNanos(int pages) throws IOException {
        long[] nanos = new long[pages];
        try (Wire wire = new Wire(server)) {
            for (int page = 0; page < pages; page++) {
                long start = System.nanoTime();
                Wire.Reply reply = wire.ask("GET", PAGE, "");
                nanos[page] = System.nanoTime() - start;
                if (reply.status() != 200) {
                    throw new IOException("page: " + reply + " (expected: 200)");
                }
            }
        }
        Arrays.sort(nanos);
        return nanos[pages / 2];
    }
}
