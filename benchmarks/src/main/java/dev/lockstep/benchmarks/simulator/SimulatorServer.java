package dev.lockstep.benchmarks.simulator;

import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.io.IOException;
import java.math.BigDecimal;

/** Main class of the simulator process under load; it ends with its standard input. */
public final class SimulatorServer {
    /** Prefix of the first output line, followed by the address. */
    static final String ANNOUNCEMENT = "listening on ";

    private static final BigDecimal CASH_FOR_MANY_ORDERS = new BigDecimal("1000000000000");

    private SimulatorServer() {}

    public static void main(String[] args) throws IOException {
        SimulatorConfig config =
                SimulatorConfig.defaults()
                        .withRequestsPerMinute(0)
                        .withStartingCash(CASH_FOR_MANY_ORDERS);
        try (Simulator simulator = Simulator.start(config)) {
            System.out.println(ANNOUNCEMENT + simulator.uri());
            while (System.in.read() >= 0) {
                // The end of the input means that the parent process ended.
            }
        }
    }
}
