package dev.lockstep.app.prove.history;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.progress.StartWait;
import dev.lockstep.history.ClientReply;
import dev.lockstep.history.ClientRequest;
import dev.lockstep.history.connection.RestPlatform;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The processes of {@code run} on one data folder, and their REST API. */
final class ServingProcesses implements AutoCloseable {
    private static final Duration POLL_PAUSE = Duration.ofMillis(200);

    private final ProcessEnvironment processEnvironment;
    private final List<ServingProcess> processes = new CopyOnWriteArrayList<>();
    private final List<RestPlatform> platforms = new CopyOnWriteArrayList<>();

    ServingProcesses(ProcessEnvironment processEnvironment) {
        this.processEnvironment = processEnvironment;
    }

    /** Starts them one after the other; each serves before the next one starts. */
    void start(DataFolder folder, int count, List<String> options) throws InterruptedException {
        for (int number = 1; number <= count; number++) {
            ServingProcess process =
                    ServingProcess.start(processEnvironment.program(), folder, number, options);
            processes.add(process);
            platforms.add(new RestPlatform(process.address()));
            awaitServing(number - 1);
        }
    }

    /** Waits until every one serves. */
    void awaitServing() throws InterruptedException {
        for (int place = 0; place < processes.size(); place++) {
            awaitServing(place);
        }
    }

    List<ServingProcess> all() {
        return List.copyOf(processes);
    }

    List<RestPlatform> platforms() {
        return List.copyOf(platforms);
    }

    /** Ends them as a power cut would. */
    @Override
    public void close() {
        processes.forEach(ServingProcess::close);
        platforms.forEach(RestPlatform::close);
    }

    private void awaitServing(int place) throws InterruptedException {
        ServingProcess process = processes.get(place);
        RestPlatform platform = platforms.get(place);
        StartWait wait =
                new StartWait("a process to serve", process.log(), processEnvironment.clock());
        while (platform.reply(new ClientRequest.Read("none")) instanceof ClientReply.Missing) {
            if (!process.handle().isAlive() || !wait.goesOn(process.handle())) {
                throw new CommandEnd(ExitCode.NO, "a process does not serve; see " + process.log());
            }
            processEnvironment.pause().of(POLL_PAUSE);
        }
    }
}
