package dev.lockstep.benchmarks.simulator;

import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import java.io.IOException;

/**
 * Reads the newest page of closed orders repeatedly on one connection.
 *
 * @param reads number of reads in a round
 */
public record ClosedOrders(String name, WireServer server, int reads) implements Contestant {
    private static final String PAGE = "/v2/orders?status=closed&limit=50";

    @Override
    public Score run() throws IOException {
        long[] calls = new long[reads];
        try (Wire wire = new Wire(server)) {
            long began = System.nanoTime();
            long last = began;
            for (int read = 0; read < reads; read++) {
                Wire.Reply reply = wire.ask("GET", PAGE, "");
                if (reply.status() != 200) {
                    throw new IOException("page: " + reply + " (expected: 200)");
                }
                long now = System.nanoTime();
                calls[read] = now - last;
                last = now;
            }
            return Score.of(reads, last - began, calls);
        }
    }
}
