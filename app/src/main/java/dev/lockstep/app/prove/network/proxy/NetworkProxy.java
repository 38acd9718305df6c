package dev.lockstep.app.prove.network.proxy;

import dev.lockstep.app.config.value.Pause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/**
 * A proxy on loopback that passes the bytes of each connection on to the exchange and back, and
 * disturbs them by a plan. Thread-safe.
 */
public final class NetworkProxy implements AutoCloseable {
    private static final int ANY_PORT = 0;
    private static final int BACKLOG_CONNECTIONS = 256;
    private static final int MAX_CONNECTIONS = 1_024;

    private final ServerSocket server;
    private final InetSocketAddress exchange;
    private final NetworkFaultPlan plan;
    private final Pause pause;
    private final ExecutorService threads;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean down;

    private NetworkProxy(
            ServerSocket server,
            InetSocketAddress exchange,
            NetworkFaultPlan plan,
            Pause pause,
            ExecutorService threads) {
        this.server = server;
        this.exchange = exchange;
        this.plan = plan;
        this.pause = pause;
        this.threads = threads;
    }

    /**
     * Starts to listen at a free port.
     *
     * @param exchange the address that connections are passed on to
     * @param threads runs three pieces of work for each connection; closed with the proxy
     * @throws IOException if no port is free
     */
    public static NetworkProxy open(
            URI exchange, NetworkFaultPlan plan, Pause pause, ExecutorService threads)
            throws IOException {
        NetworkProxy proxy =
                new NetworkProxy(
                        new ServerSocket(
                                ANY_PORT, BACKLOG_CONNECTIONS, InetAddress.getLoopbackAddress()),
                        new InetSocketAddress(exchange.getHost(), exchange.getPort()),
                        plan,
                        pause,
                        threads);
        threads.execute(proxy::accept);
        return proxy;
    }

    /** Returns its address. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Cuts every connection and refuses new ones until {@link #up}. */
    public void down() {
        down = true;
        connections.forEach(each -> each.cut(true));
    }

    /** Passes connections on again. */
    public void up() {
        down = false;
    }

    @Override
    public void close() throws IOException {
        server.close();
        connections.forEach(ProxiedConnection::close);
        threads.shutdownNow();
        threads.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                serve(server.accept());
            } catch (IOException over) {
                // Closed, or one connection that failed at once.
            }
        }
    }

    private void serve(Socket client) {
        ProxiedConnection connection = new ProxiedConnection(client, connections::remove);
        if (down || connections.size() >= MAX_CONNECTIONS || plan.refusesConnection()) {
            connection.cut(true);
            return;
        }
        connections.add(connection);
        threads.execute(() -> connection.start(exchange, plan, pause, threads));
    }
}
