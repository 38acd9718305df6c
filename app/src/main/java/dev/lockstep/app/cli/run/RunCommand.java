package dev.lockstep.app.cli.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.doctor.ProxyCheck;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.gateway.GatewayService;
import dev.lockstep.app.loop.LeaseDuty;
import dev.lockstep.app.loop.LoopParts;
import dev.lockstep.app.loop.LoopRunner;
import dev.lockstep.app.loop.LoopTimings;
import dev.lockstep.app.metrics.Meters;
import dev.lockstep.app.notify.NotificationFile;
import dev.lockstep.app.notify.NotificationSettings;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.app.simulator.SimulatorWatch;
import dev.lockstep.app.tls.CertificateWatch;
import dev.lockstep.app.tls.ServerCertificate;
import dev.lockstep.app.web.WebServer;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves the screen and runs the trading loop until it is stopped. */
@Command(
        name = "run",
        description =
                "Serve the screen and the REST API and run the trading loop until "
                        + "Ctrl-C: live events, syncs, checks and a watchdog. A second "
                        + "process on the same folder stands by and takes over if the first "
                        + "one dies.")
public final class RunCommand implements Callable<Integer> {
    private static final int LONGEST_END_SECONDS = 20;

    private final CommandContext context;

    @Mixin private Output output = new Output();

    public RunCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        // Before the exit hook, which would wait for the end of a loop that never began.
        Optional<ServerCertificate> certificate = Serving.certificate(context);
        NotificationSettings notifications =
                NotificationFile.read(context.settings(), context.processEnvironment());
        CountDownLatch toEnd = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Threads.atExit(() -> end(toEnd, ended));
        try (Meters meters = new Meters();
                TradingPlatform tradingPlatform = OpenPlatform.openNew(context, meters.store())) {
            run(tradingPlatform, meters, certificate, notifications, toEnd);
        } finally {
            ended.countDown();
        }
        return ExitCode.OK.number();
    }

    private void run(
            TradingPlatform tradingPlatform,
            Meters meters,
            Optional<ServerCertificate> certificate,
            NotificationSettings notifications,
            CountDownLatch toEnd)
            throws InterruptedException {
        var parts = tradingPlatform.brokerUseCases().loopParts();
        String owner =
                "process "
                        + ProcessHandle.current().pid()
                        + "-"
                        + Long.toHexString(context.processEnvironment().random().nextLong());
        try (SimulatorWatch _ = Serving.simulator(context, this::say);
                WebServer server =
                        Serving.start(
                                context,
                                tradingPlatform,
                                owner,
                                meters,
                                certificate,
                                notifications);
                GatewayService gateway = Serving.gateway(context, tradingPlatform, certificate);
                CertificateWatch _ = Serving.watch(context, tradingPlatform, certificate)) {
            say("screen on " + server.address());
            if (gateway != null) {
                say("gateway for bots on " + gateway.address());
            }
            ProxyCheck.of(context.processEnvironment().environment())
                    .ifPresent(check -> say(check.finding().text()));
            LeaseDuty duty =
                    Serving.notifications(context, notifications, tradingPlatform, this::say);
            runLoop(owner, parts, duty, toEnd);
        }
        say("stopped; another process can take over the trading loop");
    }

    private void runLoop(String owner, LoopParts parts, LeaseDuty duty, CountDownLatch toEnd)
            throws InterruptedException {
        LoopRunner runner =
                LoopRunner.start(
                        owner,
                        parts,
                        LoopTimings.of(parts.timings()),
                        Threads.named("trading-loop-"),
                        new LoopLines(this::say),
                        this::say,
                        duty);
        try (runner) {
            toEnd.await();
            say("stopping");
        }
    }

    private void say(String text) {
        Instant now = context.processEnvironment().clock().instant();
        if (output.json()) {
            output.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("at", now.toString())
                            .put("text", text));
        } else {
            output.line(output.text(now) + " " + text);
        }
    }

    /** Holds the process until the loop has ended, so that its lease is released. */
    private static void end(CountDownLatch toEnd, CountDownLatch ended) {
        toEnd.countDown();
        try {
            // A command that does not come to its end in time is ended by the process's end.
            boolean _ = ended.await(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
