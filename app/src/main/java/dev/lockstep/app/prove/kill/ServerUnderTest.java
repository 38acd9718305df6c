package dev.lockstep.app.prove.kill;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.progress.StartWait;
import dev.lockstep.app.prove.FreePort;
import dev.lockstep.history.ClientReply;
import dev.lockstep.history.ClientRequest;
import dev.lockstep.history.connection.RestPlatform;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The {@code run} process of a data folder, started again whenever it has ended. */
final class ServerUnderTest implements AutoCloseable {
    private static final Duration POLL_PAUSE = Duration.ofMillis(100);
    private final StoppableProcess.Start given;
    private final DataFolder folder;
    private final int port;
    private final RestPlatform api;
    private StoppableProcess process;

    ServerUnderTest(StoppableProcess.Start given, DataFolder folder)
            throws IOException, InterruptedException {
        this.given = given;
        this.folder = folder;
        this.port = FreePort.find();
        this.api = new RestPlatform(URI.create("http://127.0.0.1:" + port));
        this.process = started();
        awaitServing();
    }

    RestPlatform api() {
        return api;
    }

    StoppableProcess process() {
        return process;
    }

    /** Starts it again if it has ended, and waits until it serves. */
    void ensureServing() throws IOException, InterruptedException {
        if (!process.alive()) {
            process = started();
        }
        awaitServing();
    }

    @Override
    public void close() {
        process.close();
        api.close();
    }

    private StoppableProcess started() throws IOException {
        return StoppableProcess.start(
                given,
                folder.path(),
                List.of("run", "--port", String.valueOf(port), "--data", folder.path().toString()));
    }

    private void awaitServing() throws InterruptedException {
        StartWait wait = new StartWait("a process to serve", process.log().toFile(), given.clock());
        while (api.reply(new ClientRequest.Read("none")) instanceof ClientReply.Missing) {
            if (!process.alive() || !wait.goesOn(process.handle())) {
                throw new CommandEnd(ExitCode.NO, "'run' does not serve; see " + process.log());
            }
            given.pause().of(POLL_PAUSE);
        }
    }
}
