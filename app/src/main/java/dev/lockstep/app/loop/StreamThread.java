package dev.lockstep.app.loop;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.domain.port.broker.ExecutionReports;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Listens to the broker's live events while this process owns the loop. */
final class StreamThread {
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final ExecutionReports stream;
    private final ThreadFactory threads;
    private final Pause pause;
    private final Consumer<String> says;
    private @Nullable Thread listening;

    StreamThread(
            ExecutionReports stream, ThreadFactory threads, Pause pause, Consumer<String> says) {
        this.stream = stream;
        this.threads = threads;
        this.pause = pause;
        this.says = says;
    }

    synchronized void begin(ExecutionReports.Listener listener) {
        Thread thread = threads.newThread(() -> listen(listener));
        thread.start();
        listening = thread;
    }

    /** Ends it, and waits a while until it has. */
    synchronized void end() {
        Thread thread = listening;
        if (thread == null) {
            return;
        }
        listening = null;
        thread.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(LONGEST_END);
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Listens, and reconnects after any failure. */
    private void listen(ExecutionReports.Listener listener) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    stream.listen(listener);
                } catch (RuntimeException broken) {
                    says.accept("the stream failed, and is restarted: " + broken);
                    pause.of(PAUSE_AFTER_FAILURE);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
