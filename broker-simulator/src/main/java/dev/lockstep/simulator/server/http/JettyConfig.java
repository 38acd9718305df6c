package dev.lockstep.simulator.server.http;

import io.javalin.config.JavalinConfig;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Jetty configuration: loopback only, all resources bounded, and no thread assigned to a request
 * before it is complete.
 */
public final class JettyConfig {
    static final int MAX_BODY_BYTES = 64 * 1024;
    public static final int MAX_HEADER_BYTES = 16 * 1024;
    public static final int MAX_DRAINED_BYTES = 1024 * 1024;
    static final int MAX_CONNECTIONS = 1_024;

    private static final int SEND_BUFFER_BYTES = 64 * 1024;
    private static final int TOO_LARGE = 413;
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration IDLE_STREAM = Duration.ofSeconds(60);
    private static final int MAX_QUEUED_FRAMES = 100_000;
    private static final int MAX_IDLE_SESSION_SECONDS = 60;
    private static final int DEFAULT_ACCEPTORS = -1;

    /** A single selector sees the bytes of all connections in the order of their arrival. */
    private static final int SELECTORS = 1;

    private static final int ACCEPT_QUEUE_CONNECTIONS = 1_024;

    private final int port;
    private final ConnectionLimits patience;
    private final ReadsInProgress reads;
    private final VenueRequestIds ids;
    private final VenueErrors errors;

    public JettyConfig(
            int port,
            ConnectionLimits patience,
            ReadsInProgress reads,
            VenueRequestIds ids,
            VenueErrors errors) {
        this.port = port;
        this.patience = patience;
        this.reads = reads;
        this.ids = ids;
        this.errors = errors;
    }

    public void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = MAX_BODY_BYTES;
        config.jetty.modifyHttpConfiguration(JettyConfig::configureHttp);
        config.jetty.modifyWebSocketServletFactory(streams -> {
            // A stream may be idle for long; pings detect dead ones.
            streams.setIdleTimeout(IDLE_STREAM);
            streams.setMaxOutgoingFrames(MAX_QUEUED_FRAMES);
            streams.setMaxTextMessageSize(MAX_BODY_BYTES);
            streams.setMaxBinaryMessageSize(MAX_BODY_BYTES);
        });
        config.jetty.modifyServer(this::configureServer);
        config.jetty.modifyServletContextHandler(this::configureContext);
        config.jetty.addConnector(this::connector);
    }

    private void configureContext(ServletContextHandler context) {
        context.setErrorHandler(errors);
        // Each stream handshake creates a session, which is not used and whose id is not sent.
        context.getSessionHandler().setUsingCookies(false);
        context.getSessionHandler().setMaxInactiveInterval(MAX_IDLE_SESSION_SECONDS);
    }

    private void configureServer(Server server) {
        server.setErrorHandler(errors);
        EagerContentHandler.ContentLoaderFactory whole =
                new EagerContentHandler.RetainedContentLoaderFactory(MAX_BODY_BYTES, 0, true);
        server.setHandler(new Reception(new EagerContentHandler(new CompleteRequest(), whole)));
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
    }

    private Connector connector(Server server, HttpConfiguration http) {
        ServerConnector connector =
                new ServerConnector(
                        server, DEFAULT_ACCEPTORS, SELECTORS, new HttpConnectionFactory(http)) {
                    @Override
                    protected SocketChannelEndPoint newEndPoint(
                            SocketChannel channel, ManagedSelector selector, SelectionKey key) {
                        PatientConnection endPoint =
                                new PatientConnection(
                                        channel,
                                        selector,
                                        key,
                                        getScheduler(),
                                        patience,
                                        reads,
                                        errors::tooSlow);
                        endPoint.setIdleTimeout(getIdleTimeout());
                        return endPoint;
                    }
                };
        // A small send buffer keeps unread responses in this process, where their time is bounded.
        connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        connector.setIdleTimeout(patience.idle().toMillis());
        connector.setAcceptQueueSize(ACCEPT_QUEUE_CONNECTIONS);
        return connector;
    }

    /** Accepts an encoded slash within a path segment, as in the pair BTC/USD. */
    private static void configureHttp(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
    }

    /** Assigns request ids, and rejects at once a body whose announced length is too large. */
    private final class Reception extends Handler.Wrapper {
        Reception(Handler next) {
            super(next);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            ids.mark(response.getHeaders());
            if (request.getLength() > MAX_BODY_BYTES) {
                refuse(request, response, callback);
            } else if (HttpMethod.HEAD.is(request.getMethod())) {
                // A HEAD request would bypass the check of the API key.
                Response.writeError(request, response, callback, 404);
            } else if (HttpMethod.CONNECT.is(request.getMethod())) {
                Response.writeError(request, response, callback, 400);
            } else {
                return super.handle(
                        new WithoutMethodOverride(bounded(request)), response, callback);
            }
            return true;
        }

        private static Request bounded(Request request) {
            return request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
                    ? new BoundedBody(request, MAX_BODY_BYTES, MAX_DRAINED_BYTES)
                    : request;
        }

        /**
         * Lets the client finish sending first: closing the connection while it sends would discard
         * the error response.
         */
        private static void refuse(Request request, Response response, Callback callback) {
            if (request.getLength() > MAX_DRAINED_BYTES) {
                Response.writeError(request, response, callback, TOO_LARGE);
                return;
            }
            Runnable answer = () -> Response.writeError(request, response, callback, TOO_LARGE);
            Content.Source.consumeAll(request, Callback.from(answer, _ -> answer.run()));
        }
    }

    /** Runs after a request was read completely. */
    private static final class CompleteRequest extends Handler.Wrapper {
        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            if (request.getConnectionMetaData().getConnection().getEndPoint()
                    instanceof PatientConnection patient) {
                patient.requestRead();
            }
            return super.handle(request, response, callback);
        }
    }
}
