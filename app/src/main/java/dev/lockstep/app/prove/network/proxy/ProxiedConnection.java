package dev.lockstep.app.prove.network.proxy;

import dev.lockstep.app.config.value.Pause;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A connection of a process, and the connection to the exchange that serves it. */
final class ProxiedConnection implements AutoCloseable {
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int DIRECTIONS = 2;
    private static final int RESET_ON_CLOSE_SECONDS = 0;

    private final Socket client;
    private final Socket exchange = new Socket();
    private final AtomicInteger running = new AtomicInteger(DIRECTIONS);
    private final Consumer<ProxiedConnection> ended;

    /**
     * Creates a connection that passes nothing yet.
     *
     * @param ended called when it has ended in both directions
     */
    ProxiedConnection(Socket client, Consumer<ProxiedConnection> ended) {
        this.client = client;
        this.ended = ended;
    }

    /** Connects to the exchange and passes bytes on until both directions have ended. */
    void start(
            InetSocketAddress address,
            NetworkFaultPlan plan,
            Pause pause,
            ExecutorService directions) {
        try {
            client.setTcpNoDelay(true);
            exchange.setTcpNoDelay(true);
            exchange.connect(address, CONNECT_TIMEOUT_MILLIS);
        } catch (IOException refused) {
            cut(true);
            ended.accept(this);
            return;
        }
        ConnectionTurns turns = new ConnectionTurns(plan);
        BytePump requests = new BytePump(this, true, client, exchange, turns, pause);
        BytePump answers = new BytePump(this, false, exchange, client, turns, pause);
        directions.execute(() -> pump(requests));
        directions.execute(() -> pump(answers));
    }

    /**
     * Ends both connections at once.
     *
     * @param reset whether the other sides see a reset
     */
    void cut(boolean reset) {
        end(client, reset);
        end(exchange, reset);
    }

    @Override
    public void close() {
        cut(true);
    }

    private void pump(BytePump direction) {
        try {
            direction.run();
        } catch (IOException broken) {
            // One side has gone, or the connection is cut: so it ends for the other one.
            cut(false);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            cut(true);
        } finally {
            if (running.decrementAndGet() == 0) {
                cut(false);
                ended.accept(this);
            }
        }
    }

    private static void end(Socket socket, boolean reset) {
        try {
            if (reset && !socket.isClosed()) {
                socket.setSoLinger(true, RESET_ON_CLOSE_SECONDS);
            }
        } catch (IOException gone) {
            // It is closed below all the same.
        }
        try {
            socket.close();
        } catch (IOException gone) {
            // It has ended.
        }
    }
}
