package dev.lockstep.app.cli.interactive;

import dev.lockstep.app.config.ProcessEnvironment;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;

/** Remembers its calls; "wait" goes on until it is interrupted, "fail" ends with 4. */
final class FakeRunner implements CommandRunner {
    private final List<List<String>> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch waiting = new CountDownLatch(1);

    List<List<String>> calls() {
        return List.copyOf(calls);
    }

    void awaitWaiting() throws InterruptedException {
        waiting.await();
    }

    @Override
    public CommandLine tree(ProcessEnvironment environment) {
        throw new UnsupportedOperationException("no completion here");
    }

    @Override
    public int run(
            ProcessEnvironment environment, List<String> words, PrintWriter out, PrintWriter err) {
        calls.add(words);
        return switch (words.getFirst()) {
            case "wait" -> interrupted();
            case "fail" -> 4;
            default -> 0;
        };
    }

    private int interrupted() {
        try {
            waiting.countDown();
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException _) {
            return 1;
        }
    }
}
