package dev.lockstep.app.cli.run;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.ReasonOption;
import dev.lockstep.app.config.GatewaySettings;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.WebSettings;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.gateway.GatewayService;
import dev.lockstep.app.loop.LeaseDuty;
import dev.lockstep.app.metrics.Meters;
import dev.lockstep.app.notify.ChannelTrial;
import dev.lockstep.app.notify.NotificationService;
import dev.lockstep.app.notify.NotificationSettings;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.app.simulator.OwnSimulator;
import dev.lockstep.app.simulator.SimulatorWatch;
import dev.lockstep.app.tls.CertificateWatch;
import dev.lockstep.app.tls.ServerCertificate;
import dev.lockstep.app.web.WebConfig;
import dev.lockstep.app.web.WebServer;
import dev.lockstep.notifications.NotificationChannels;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Serves the screen where the settings say. */
final class Serving {
    /** For work on the screen itself: its files are read from there at each request. */
    private static final String FILES_VARIABLE = "LOCKSTEP_WEB";

    private Serving() {}

    /**
     * Returns the certificate, empty if the settings name none.
     *
     * @throws CommandEnd if its files cannot be used
     */
    static Optional<ServerCertificate> certificate(CommandContext context) {
        return context.settings()
                .tuning()
                .tls()
                .map(files -> ServerCertificate.load(files, context.processEnvironment().clock()));
    }

    /**
     * Starts to watch the files of the certificate. Without a certificate it returns null, and
     * closes the incident that an earlier process may have left.
     */
    static @Nullable CertificateWatch watch(
            CommandContext context,
            TradingPlatform tradingPlatform,
            Optional<ServerCertificate> certificate) {
        ProcessEnvironment processEnvironment = context.processEnvironment();
        if (certificate.isEmpty()) {
            CertificateWatch.notUsed(
                    tradingPlatform.storeUseCases().incidents(),
                    processEnvironment.clock().instant());
        }
        return certificate
                .map(followed ->
                        new CertificateWatch(
                                followed,
                                tradingPlatform.storeUseCases().incidents(),
                                processEnvironment.clock(),
                                processEnvironment.pause(),
                                Threads.named("certificate-")))
                .orElse(null);
    }

    /** Starts to watch the folder's own simulator; null if the folder has another broker. */
    static @Nullable SimulatorWatch simulator(CommandContext context, Consumer<String> says) {
        Settings settings = context.settings();
        return settings.address().isEmpty()
                ? new SimulatorWatch(
                        context.platforms().simulator(settings),
                        context.processEnvironment().pause(),
                        Threads.named("simulator-watch-"),
                        says)
                : null;
    }

    /** Starts to serve. */
    static WebServer start(
            CommandContext context,
            TradingPlatform tradingPlatform,
            String owner,
            Meters meters,
            Optional<ServerCertificate> certificate,
            NotificationSettings notifications) {
        Settings settings = context.settings();
        ProcessEnvironment processEnvironment = context.processEnvironment();
        WebSettings web = settings.tuning().web();
        WebConfig config =
                new WebConfig(
                        web.listen(),
                        web.port(),
                        web.hosts(),
                        web.token(),
                        WebConfig.USUAL_HEARTBEAT,
                        certificate,
                        files(processEnvironment));
        return new WebServer(
                config,
                new WebServer.Platform(
                        tradingPlatform,
                        settings.mode(),
                        owner,
                        ReasonOption.who(context),
                        settings.folder(),
                        settings.address().isEmpty(),
                        () -> OwnSimulator.running(settings.folder().exchange()),
                        new ChannelTrial(
                                notifications,
                                channels(notifications, processEnvironment),
                                processEnvironment.clock())),
                new WebServer.Means(
                        processEnvironment.clock(),
                        processEnvironment.pause(),
                        processEnvironment.random(),
                        Threads.background(),
                        Threads.named("live-events-"),
                        meters));
    }

    /** Starts the gateway for bots; null if the settings want none. */
    static @Nullable GatewayService gateway(
            CommandContext context,
            TradingPlatform tradingPlatform,
            Optional<ServerCertificate> certificate) {
        GatewaySettings settings = context.settings().tuning().gateway();
        return settings.on()
                ? GatewayService.start(
                        settings, tradingPlatform, context.processEnvironment(), certificate)
                : null;
    }

    /** Returns the delivery of notifications, which runs while this process has the lease. */
    static LeaseDuty notifications(
            CommandContext context,
            NotificationSettings settings,
            TradingPlatform tradingPlatform,
            Consumer<String> says) {
        ProcessEnvironment processEnvironment = context.processEnvironment();
        return new NotificationService(
                settings,
                channels(settings, processEnvironment),
                tradingPlatform,
                context.folder()::freeBytes,
                Threads.virtual("notify-"),
                says);
    }

    private static NotificationChannels channels(
            NotificationSettings settings, ProcessEnvironment processEnvironment) {
        return new NotificationChannels(
                settings.label(), processEnvironment.zone(), processEnvironment.clock());
    }

    private static Optional<Path> files(ProcessEnvironment processEnvironment) {
        return Optional.ofNullable(processEnvironment.environment().get(FILES_VARIABLE))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }
}
