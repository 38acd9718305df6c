package dev.lockstep.app.simulator;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.exit.CommandEnd;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the simulator of a folder again when its process has ended, so that a long command does
 * not lose its broker.
 */
public final class SimulatorWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatorWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final OwnSimulator simulator;
    private final int used;
    private final Pause pause;
    private final Consumer<String> says;
    private final Thread watching;
    private String said = "";

    /** Starts the thread that watches the simulator that the command has just found or started. */
    public SimulatorWatch(
            OwnSimulator simulator, Pause pause, ThreadFactory threads, Consumer<String> says) {
        this.simulator = simulator;
        this.used = simulator.port().orElseGet(simulator::lastPort);
        this.pause = pause;
        this.says = says;
        this.watching = threads.newThread(this::watch);
        watching.start();
    }

    @Override
    public void close() {
        watching.interrupt();
    }

    private void watch() {
        Duration next = EVERY;
        try {
            while (true) {
                pause.of(next);
                next = checked() ? EVERY : longer(next);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration last) {
        Duration twice = last.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** Returns whether it runs. */
    private boolean checked() throws InterruptedException {
        try {
            OptionalInt port = simulator.port();
            if (port.isEmpty()) {
                say("the simulator has ended and is started again");
                port = OptionalInt.of(simulator.address().getPort());
            }
            if (port.getAsInt() == used) {
                said = "";
            } else {
                say("the simulator listens at another port; restart this command");
            }
            return true;
        } catch (CommandEnd failed) {
            say(String.valueOf(failed.getMessage()));
        } catch (RuntimeException bug) {
            LOG.error("internal error in the watch of the simulator, which continues", bug);
        }
        return false;
    }

    private void say(String text) {
        if (!text.equals(said)) {
            says.accept(text);
            said = text;
        }
    }
}
