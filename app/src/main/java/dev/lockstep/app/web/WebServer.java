package dev.lockstep.app.web;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.TradingMode;
import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.metrics.Meters;
import dev.lockstep.app.notify.ChannelTrial;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.runtime.BoundedStop;
import dev.lockstep.app.web.guard.ContentTypeGuard;
import dev.lockstep.app.web.guard.Guard;
import dev.lockstep.app.web.guard.HostGuard;
import dev.lockstep.app.web.guard.LoginThrottle;
import dev.lockstep.app.web.guard.OriginGuard;
import dev.lockstep.app.web.guard.RateGuard;
import dev.lockstep.app.web.guard.TokenGuard;
import dev.lockstep.app.web.route.Endpoints;
import dev.lockstep.domain.port.PlatformClock;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.NanoTime;

/** The web server: screen and REST API. */
public final class WebServer implements AutoCloseable {
    /**
     * Above the bound on waiting connections, so that a new one is accepted before an old one is
     * closed.
     */
    private static final int MAX_SERVED_CONNECTIONS = 2 * ConnectionBounds.MAX_CONNECTIONS;

    private static final int MAX_REQUESTS_PER_SECOND = 2_000;
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int MAX_IDLE_MILLIS = 30_000;
    private static final int ACCEPT_QUEUE_CONNECTIONS = 256;

    private final WebConfig config;
    private final Service service;
    private final ExecutorService background;
    private final Javalin javalin;
    private final List<String> endpoints;

    /**
     * The platform behind the server.
     *
     * @param tradingPlatform the platform
     * @param mode the trading mode
     * @param owner the name of this process in the trading lease
     * @param who the author of changes, as stored with them, where no token is required
     * @param folder the folder of backups
     * @param simulator the current address of the folder's own simulator, empty while it does not
     *     run; unused with another broker
     * @param ownSimulator whether the broker is the folder's own simulator
     * @param notifications the channels of notifications
     */
    public record Platform(
            TradingPlatform tradingPlatform,
            TradingMode mode,
            String owner,
            String who,
            DataFolder folder,
            boolean ownSimulator,
            Supplier<Optional<URI>> simulator,
            ChannelTrial notifications) {}

    /**
     * The dependencies of the server.
     *
     * @param random creates unguessable ids
     * @param background runs background requests; closed with the server
     * @param threads creates the thread that polls for changes
     * @param meters the metrics
     */
    public record Means(
            PlatformClock clock,
            Pause pause,
            RandomGenerator random,
            ExecutorService background,
            ThreadFactory threads,
            Meters meters) {}

    /**
     * Starts to listen.
     *
     * @throws CommandEnd if the port is taken
     */
    public WebServer(WebConfig config, Platform platform, Means means) {
        this.config = config;
        this.background = means.background();
        this.service = new Service(config, platform, means);
        Endpoints[] registered = new Endpoints[1];
        this.javalin =
                Javalin.create(javalinConfig -> {
                    setUp(javalinConfig, means);
                    registered[0] = service.register(javalinConfig.routes);
                });
        this.endpoints = registered[0].names();
        start();
    }

    /** Returns the port. */
    public int port() {
        return javalin.port();
    }

    /** Returns the address for a browser on this machine. */
    public String address() {
        String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
        return config.scheme() + "://" + host + ":" + port();
    }

    /** Returns the endpoints, such as {@code GET /api/v1/status}. */
    public List<String> endpoints() {
        return endpoints;
    }

    @Override
    public void close() {
        service.close();
        boolean _ = BoundedStop.of("the web server", javalin::stop, BoundedStop.MAX_STOP);
        background.shutdownNow();
    }

    private void start() {
        try {
            javalin.start();
        } catch (JavalinBindException taken) {
            close();
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "port "
                            + config.port()
                            + " of "
                            + config.host()
                            + " cannot be listened at, most likely because another program does;"
                            + " choose another one with --port, or 0 for any that is free",
                    taken);
        }
    }

    private void setUp(JavalinConfig javalinConfig, Means means) {
        javalinConfig.startup.showJavalinBanner = false;
        javalinConfig.startup.showOldJavalinVersionWarning = false;
        javalinConfig.startup.startupWatcherEnabled = false;
        javalinConfig.http.prefer405over404 = true;
        javalinConfig.http.compressionStrategy = io.javalin.compression.CompressionStrategy.NONE;
        javalinConfig.concurrency.useVirtualThreads = true;
        javalinConfig.requestLogger.http(new RequestMeter(means.meters().registry()));
        javalinConfig.jetty.modifyHttpConfiguration(WebServer::tighten);
        RequestIds ids = new RequestIds(means.random());
        WebErrors errors = new WebErrors(ids);
        javalinConfig.jetty.modifyServer(server -> {
            ConnectionBounds bounds = new ConnectionBounds(server.getScheduler(), NanoTime::now);
            server.addBean(bounds);
            server.setErrorHandler(errors);
            server.setHandler(new RequestHandler(server.getHandler(), ids, guards(means), bounds));
            server.addBean(new NetworkConnectionLimit(MAX_SERVED_CONNECTIONS, server));
        });
        javalinConfig.jetty.modifyServletContextHandler(context -> context.setErrorHandler(errors));
        javalinConfig.jetty.addConnector(this::connector);
    }

    private List<Guard> guards(Means means) {
        List<Guard> guards = new ArrayList<>();
        guards.add(new RateGuard(MAX_REQUESTS_PER_SECOND, means.clock(), service.admission()));
        guards.add(new HostGuard(config.hosts(), !config.loopback()));
        guards.add(
                new TokenGuard(
                        service.admission(),
                        new LoginThrottle(means.clock()),
                        service.signIns()::refused));
        guards.add(new OriginGuard());
        guards.add(new ContentTypeGuard());
        return guards;
    }

    private Connector connector(Server server, HttpConfiguration http) {
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector connector =
                config.certificate()
                        .map(certificate -> {
                            // Names are the host guard's to check, which knows --allow-host.
                            http.addCustomizer(new SecureRequestCustomizer(false));
                            return new ServerConnector(server, certificate.listener(), plain);
                        })
                        .orElseGet(() -> new ServerConnector(server, plain));
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setIdleTimeout(MAX_IDLE_MILLIS);
        connector.setAcceptQueueSize(ACCEPT_QUEUE_CONNECTIONS);
        return connector;
    }

    /** A pair such as BTC/USD may come as one segment with an encoded slash. */
    private static void tighten(HttpConfiguration http) {
        http.setUriCompliance(
                UriCompliance.DEFAULT.with(
                        "lockstep", UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR));
        http.setHttpCompliance(HttpCompliance.RFC7230);
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
    }
}
