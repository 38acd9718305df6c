package dev.lockstep.benchmarks.simulator;

import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.io.IOException;
import java.math.BigDecimal;

/** The simulator under load, in a process of its own: it ends with its standard input. */
public final class SimulatorServer {
    /** Says where it listens, on its first line. */
    static final String ANNOUNCEMENT = "listening on ";

    private static final BigDecimal CASH_FOR_MANY_ORDERS = new BigDecimal("1000000000000");

    private SimulatorServer() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        SimulatorConfig config =
                SimulatorConfig.defaults()
                        .withRequestsPerMinute(0)
                        .withStartingCash(CASH_FOR_MANY_ORDERS);
        try (Simulator simulator = Simulator.start(config)) {
            System.out.println(ANNOUNCEMENT + simulator.uri());
            while (System.in.read() >= 0) {
                // Only the end of the input counts: who started this is gone.
            }
        }
    }
}
