package dev.lockstep.app.prove.history;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.simulator.OwnSimulator;
import dev.lockstep.simulator.connection.RunningSimulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Kills and stops processes at random moments, and lets the exchange answer wrongly. */
public final class KilledProcesses implements RunConditions {
    private static final String KILLED = "process-killed";
    private static final String STOPPED = "process-stopped";
    private static final String EXCHANGE_KILLED = "exchange-killed";
    private static final int MIN_PAUSE_MILLIS = 300;
    private static final int MAX_PAUSE_MILLIS = 2_000;

    /** Longer than the lease of the trading loop. */
    private static final int MAX_LONG_SUSPENSION_MILLIS = 20_000;

    private static final int MAX_SHORT_SUSPENSION_MILLIS = 2_000;

    private static final String FAULTS =
            """
            {"seed": 1, "partial_fill_probability": 0.2, "rules": [
              {"target": "POST /v2/orders", "fault": "drop_after", "probability": 0.08},
              {"target": "POST /v2/orders", "fault": "reset_before", "probability": 0.04},
              {"target": "POST /v2/orders", "fault": "error_after", "status": 503, "probability": 0.04},
              {"target": "POST /v2/orders", "fault": "half_body", "probability": 0.04},
              {"target": "DELETE /v2/orders/*", "fault": "drop_after", "probability": 0.1},
              {"target": "* /v2/*", "fault": "error_before", "probability": 0.03},
              {"target": "STREAM *", "fault": "lose", "probability": 0.05},
              {"target": "STREAM *", "fault": "duplicate", "probability": 0.05}]}
            """;

    private final DisturbanceCounts counts =
            new DisturbanceCounts(List.of(KILLED, STOPPED, EXCHANGE_KILLED));
    private final Path stateDir;
    private final RandomGenerator random;
    private final Pause pause;
    private List<ServingProcess> processes = List.of();

    /**
     * Creates conditions that have not begun.
     *
     * @param stateDir the exchange's folder
     */
    public KilledProcesses(Path stateDir, RandomGenerator random, Pause pause) {
        this.stateDir = stateDir;
        this.random = random;
        this.pause = pause;
    }

    @Override
    public String phase() {
        return "processes are killed";
    }

    @Override
    public List<String> runOptions() {
        return List.of();
    }

    @Override
    public void begin(List<ServingProcess> all) throws InterruptedException {
        processes = List.copyOf(all);
        answerWrongly();
    }

    @Override
    public void next() throws InterruptedException {
        pause.of(Duration.ofMillis(random.nextInt(MIN_PAUSE_MILLIS, MAX_PAUSE_MILLIS)));
        ServingProcess process = processes.get(random.nextInt(processes.size()));
        int choice = random.nextInt(10);
        if (choice < 5) {
            process.killAndRestart();
            counts.add(KILLED);
        } else if (choice < 8) {
            suspend(process);
        } else if (choice < 9) {
            killExchange();
        } else {
            answerWrongly();
        }
    }

    /** Lets the exchange lose answers, refuse requests and lose events until {@link #end}. */
    private void answerWrongly() throws InterruptedException {
        Optional<URI> exchange = OwnSimulator.running(stateDir);
        if (exchange.isPresent()) {
            try {
                new RunningSimulator(exchange.get()).arm(FAULTS);
            } catch (IOException gone) {
                // It is being started again; the next disruptions come.
            }
        }
    }

    @Override
    public void end() throws InterruptedException {
        processes.forEach(ServingProcess::resume);
        processes.forEach(ServingProcess::ensureRunning);
        Optional<URI> exchange = OwnSimulator.running(stateDir);
        if (exchange.isPresent()) {
            try {
                new RunningSimulator(exchange.get()).clear();
            } catch (IOException gone) {
                // One that is started again has no faults.
            }
        }
    }

    @Override
    public Map<String, Integer> counts() {
        return counts.byName();
    }

    private void suspend(ServingProcess process) throws InterruptedException {
        int longest =
                random.nextInt(4) == 0 ? MAX_LONG_SUSPENSION_MILLIS : MAX_SHORT_SUSPENSION_MILLIS;
        process.suspend();
        try {
            pause.of(Duration.ofMillis(random.nextInt(longest)));
        } finally {
            process.resume();
        }
        counts.add(STOPPED);
    }

    private void killExchange() {
        OwnSimulator.process(stateDir)
                .ifPresent(exchange -> {
                    exchange.destroyForcibly();
                    counts.add(EXCHANGE_KILLED);
                });
    }
}
