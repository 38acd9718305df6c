package dev.lockstep.simulator.server;

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
 * Sets the web server up: on loopback only, everything bounded, and no thread given to a request
 * before it is in whole.
 */
final class WireServer {
    static final int MAX_BODY_BYTES = 64 * 1024;
    static final int MAX_HEADER_BYTES = 16 * 1024;
    static final int MAX_DRAINED_BYTES = 1024 * 1024;
    static final int MAX_CONNECTIONS = 1_024;

    private static final int SEND_BUFFER_BYTES = 64 * 1024;
    private static final int TOO_LARGE = 413;
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration IDLE_STREAM = Duration.ofSeconds(60);
    private static final int MAX_QUEUED_FRAMES = 100_000;
    private static final int MAX_IDLE_SESSION_SECONDS = 60;
    private static final int ACCEPT_QUEUE_CONNECTIONS = 1_024;

    private final int port;
    private final Patience patience;
    private final RequestIds ids;
    private final WireErrors errors;

    WireServer(int port, Patience patience, RequestIds ids, WireErrors errors) {
        this.port = port;
        this.patience = patience;
        this.ids = ids;
        this.errors = errors;
    }

    void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = MAX_BODY_BYTES;
        config.jetty.modifyHttpConfiguration(WireServer::relax);
        config.jetty.modifyWebSocketServletFactory(streams -> {
            // A quiet stream is a healthy one; the pings find those that are dead.
            streams.setIdleTimeout(IDLE_STREAM);
            streams.setMaxOutgoingFrames(MAX_QUEUED_FRAMES);
            streams.setMaxTextMessageSize(MAX_BODY_BYTES);
            streams.setMaxBinaryMessageSize(MAX_BODY_BYTES);
        });
        config.jetty.modifyServer(this::guard);
        config.jetty.modifyServletContextHandler(this::tame);
        config.jetty.addConnector(this::connector);
    }

    private void tame(ServletContextHandler context) {
        context.setErrorHandler(errors);
        // Each handshake of a stream makes a session; nobody uses it, nor is told its name.
        context.getSessionHandler().setUsingCookies(false);
        context.getSessionHandler().setMaxInactiveInterval(MAX_IDLE_SESSION_SECONDS);
    }

    private void guard(Server server) {
        server.setErrorHandler(errors);
        EagerContentHandler.ContentLoaderFactory whole =
                new EagerContentHandler.RetainedContentLoaderFactory(MAX_BODY_BYTES, 0, true);
        server.setHandler(new Reception(new EagerContentHandler(new Inside(), whole)));
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
    }

    private Connector connector(Server server, HttpConfiguration http) {
        ServerConnector connector =
                new ServerConnector(server, new HttpConnectionFactory(http)) {
                    @Override
                    protected SocketChannelEndPoint newEndPoint(
                            SocketChannel channel, ManagedSelector selector, SelectionKey key) {
                        PatientEndPoint endPoint =
                                new PatientEndPoint(
                                        channel,
                                        selector,
                                        key,
                                        getScheduler(),
                                        patience,
                                        errors::tooSlow);
                        endPoint.setIdleTimeout(getIdleTimeout());
                        return endPoint;
                    }
                };
        // What a client does not take stays with us, where its time is bounded.
        connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        connector.setIdleTimeout(patience.idle().toMillis());
        connector.setAcceptQueueSize(ACCEPT_QUEUE_CONNECTIONS);
        return connector;
    }

    /** A pair such as BTC/USD comes as one segment with an encoded slash. */
    private static void relax(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
    }

    /** Numbers each answer, and refuses at once a body that is announced to be too large. */
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
                // Nobody would be asked for a key.
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

        /** Closing on a client that still sends would take the refusal from it: let it finish. */
        private static void refuse(Request request, Response response, Callback callback) {
            if (request.getLength() > MAX_DRAINED_BYTES) {
                Response.writeError(request, response, callback, TOO_LARGE);
                return;
            }
            Runnable answer = () -> Response.writeError(request, response, callback, TOO_LARGE);
            Content.Source.consumeAll(request, Callback.from(answer, _ -> answer.run()));
        }
    }

    /** Where a request is in whole. */
    private static final class Inside extends Handler.Wrapper {
        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            if (request.getConnectionMetaData().getConnection().getEndPoint()
                    instanceof PatientEndPoint patient) {
                patient.requestRead();
            }
            return super.handle(request, response, callback);
        }
    }
}
