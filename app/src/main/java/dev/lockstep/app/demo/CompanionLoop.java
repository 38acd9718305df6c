package dev.lockstep.app.demo;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.runtime.Threads;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does one thing again and again until standard input ends, as it does when the parent is gone. */
public final class CompanionLoop {
    /** The line that a companion prints when it has started. */
    public static final String READY = "ready";

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final AtomicBoolean ended = new AtomicBoolean();
    private final Pause pause;

    /**
     * Watches the input.
     *
     * @param in what the parent holds open
     */
    public CompanionLoop(InputStream in, Pause pause) {
        this.pause = pause;
        Threads.watcher("parent", () -> awaitEnd(in));
    }

    /**
     * Runs the loop.
     *
     * @return how many rounds were made
     */
    public long run(Runnable round) throws InterruptedException {
        long rounds = 0;
        while (!ended.get()) {
            round.run();
            rounds++;
            pause.of(PAUSE);
        }
        return rounds;
    }

    private void awaitEnd(InputStream in) {
        try {
            while (in.read() >= 0) {
                // Nothing is said on this line; only its end matters.
            }
        } catch (IOException broken) {
            // As good as the end.
        } finally {
            ended.set(true);
        }
    }
}
