package dev.lockstep.gateway.alpaca.http;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.domain.port.venue.VenueStreams;
import dev.lockstep.domain.usecase.feed.FeedWaits;
import dev.lockstep.gateway.alpaca.Gateway;
import dev.lockstep.gateway.alpaca.data.DataFeeds;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.GatewayRequest;
import dev.lockstep.gateway.alpaca.stream.StreamChecks;
import dev.lockstep.gateway.alpaca.stream.UpdateBroadcaster;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves a gateway over HTTP and WebSocket. */
public final class GatewayServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int MAX_CONNECTIONS = 2_048;
    private static final int MAX_IDLE_MILLIS = 60_000;
    private static final int ACCEPT_QUEUE_CONNECTIONS = 512;
    private static final int MAX_QUEUED_FRAMES = 10_000;
    private static final Duration IDLE_STREAM = Duration.ofMinutes(2);
    private static final List<HandlerType> METHODS =
            List.of(
                    HandlerType.GET,
                    HandlerType.HEAD,
                    HandlerType.POST,
                    HandlerType.PUT,
                    HandlerType.PATCH,
                    HandlerType.DELETE);

    private final GatewayConfig config;
    private final Gateway gateway;
    private final UpdateBroadcaster updates;
    private final DataFeeds feeds;
    private final StreamEndpoint streams;
    private final StreamChecks checks;
    private final RandomGenerator random;
    private final Javalin javalin;

    /**
     * Starts to listen.
     *
     * @param venue the venue's market data streams
     * @param waits the waits between reads of trade updates
     * @param pause waits after failures, between checks of keys and between connections to the
     *     streams
     * @param threads creates the threads that read both and check keys
     * @param random creates the ids of answers
     * @throws PortTakenException if the port is taken
     */
    public GatewayServer(
            GatewayConfig config,
            Gateway gateway,
            VenueStreams venue,
            FeedWaits waits,
            UpdateBroadcaster.Pause pause,
            ThreadFactory threads,
            RandomGenerator random) {
        this.config = config;
        this.gateway = gateway;
        this.random = random;
        this.updates = new UpdateBroadcaster(gateway.updates(), waits, pause, threads);
        this.feeds = new DataFeeds(gateway.authenticator(), venue, pause, threads, random);
        this.streams = new StreamEndpoint(gateway, updates);
        this.checks = new StreamChecks(streams::open, pause, threads);
        this.javalin = Javalin.create(settings -> setUp(settings, waits));
        try {
            javalin.start();
        } catch (JavalinBindException taken) {
            close();
            throw new PortTakenException(config, taken);
        }
    }

    /** Returns the port. */
    public int port() {
        return javalin.port();
    }

    /** Returns the address for bots on this machine. */
    public String address() {
        String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
        return (config.tls().isPresent() ? "https://" : "http://") + host + ":" + port();
    }

    @Override
    public void close() {
        checks.close();
        updates.close();
        feeds.close();
        javalin.stop();
    }

    private void setUp(JavalinConfig settings, FeedWaits waits) {
        settings.startup.showJavalinBanner = false;
        settings.startup.showOldJavalinVersionWarning = false;
        settings.startup.startupWatcherEnabled = false;
        settings.http.maxRequestSize = MAX_BODY_BYTES;
        settings.concurrency.useVirtualThreads = true;
        settings.jetty.modifyHttpConfiguration(GatewayServer::configureHttp);
        settings.jetty.modifyServer(server -> {
            server.setErrorHandler(new GatewayErrors());
            server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
        });
        settings.jetty.modifyServletContextHandler(context -> {
            context.setErrorHandler(new GatewayErrors());
            context.getSessionHandler().setUsingCookies(false);
        });
        settings.jetty.modifyWebSocketServletFactory(sockets -> {
            sockets.setIdleTimeout(IDLE_STREAM);
            sockets.setMaxOutgoingFrames(MAX_QUEUED_FRAMES);
            sockets.setMaxTextMessageSize(MAX_BODY_BYTES);
            sockets.setMaxBinaryMessageSize(MAX_BODY_BYTES);
        });
        settings.jetty.addConnector(this::connector);
        settings.routes.exception(
                HttpResponseException.class,
                (refused, context) -> write(context, refused(refused.getStatus())));
        settings.routes.exception(
                HttpException.RuntimeException.class,
                (unreadable, context) -> write(context, refused(unreadable.getCode())));
        settings.routes.exception(
                IOException.class, (gone, _) -> LOG.debug("a bot has disconnected", gone));
        settings.routes.exception(
                Exception.class,
                (bug, context) -> {
                    LOG.error(
                            "internal error in {} {}",
                            context.method(),
                            GatewayRequest.shown(context.path()),
                            bug);
                    write(context, refused(500));
                });
        streams.register(settings.routes);
        new DataStreamEndpoint(gateway.authenticator(), feeds).register(settings.routes);
        settings.routes.addHttpHandler(
                HandlerType.GET,
                "/v2/events/trades",
                new EventEndpoint(gateway, waits, this::write)::serve);
        for (HandlerType method : METHODS) {
            settings.routes.addHttpHandler(method, "/*", this::serve);
        }
    }

    private static GatewayAnswer refused(int status) {
        return GatewayAnswer.refused(Refusal.ofStatus(status));
    }

    private void serve(Context context) {
        write(
                context,
                body(context)
                        .map(body -> gateway.answer(request(context, body)))
                        .orElseGet(() -> GatewayAnswer.refused(Refusal.malformed())));
    }

    /** Decodes the body; empty if it is not UTF-8, because two bodies must not become one. */
    private static Optional<String> body(Context context) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(context.bodyAsBytes()))
                            .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    static GatewayRequest request(Context context, String body) {
        return new GatewayRequest(
                context.method().name(),
                Optional.ofNullable(context.req().getRequestURI()).orElse("/"),
                context.queryParamMap(),
                context.headerMap(),
                body);
    }

    private void write(Context context, GatewayAnswer answer) {
        context.status(answer.status());
        answer.headers().forEach(context::header);
        context.header("X-Request-ID", Long.toHexString(random.nextLong()));
        if (!answer.body().isEmpty()) {
            context.result(answer.body());
        }
    }

    private Connector connector(Server server, HttpConfiguration http) {
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector connector =
                config.tls()
                        .map(tls -> new ServerConnector(server, tls, plain))
                        .orElseGet(() -> new ServerConnector(server, plain));
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setIdleTimeout(MAX_IDLE_MILLIS);
        connector.setAcceptQueueSize(ACCEPT_QUEUE_CONNECTIONS);
        return connector;
    }

    /** A pair such as BTC/USD may come as one segment with an encoded slash. */
    private static void configureHttp(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
    }
}
