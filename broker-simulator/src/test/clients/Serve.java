import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;

/** Runs a simulator for the clients until its standard input ends. */
public final class Serve {
    private Serve() {}

    public static void main(String[] args) throws Exception {
        try (Simulator simulator =
                Simulator.start(SimulatorConfig.defaults().withRequestsPerMinute(0))) {
            System.out.println("listening on " + simulator.uri());
            while (System.in.read() >= 0) {
                // Only the end of the input counts.
            }
        }
    }
}
