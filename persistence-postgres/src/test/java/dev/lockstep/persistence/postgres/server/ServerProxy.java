package dev.lockstep.persistence.postgres.server;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a store and its server, and breaks a connection at a chosen message of
 * PostgreSQL's protocol. A message is a letter and its length with what follows; only the first one
 * of a connection has no letter.
 */
public final class ServerProxy implements AutoCloseable {
    private static final int LENGTH_BYTES = 4;

    private final int serverPort;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Breakpoint> plan = new AtomicReference<>();
    private volatile boolean away;

    /** Starts to listen. */
    public ServerProxy(PostgresServer server) throws IOException {
        this.serverPort = server.port();
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Returns its port on loopback. */
    public int port() {
        return door.getLocalPort();
    }

    /** Breaks the connection that passes messages next at one of them. */
    public void breakAt(Breakpoint breakpoint) {
        plan.set(breakpoint);
    }

    /** Ends all connections and refuses new ones, or accepts them again. */
    public void away(boolean isAway) {
        away = isAway;
        if (isAway) {
            endAll();
        }
    }

    /** Breaks no connection any more. */
    public void heal() {
        plan.set(null);
        away = false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        endAll();
    }

    private void endAll() {
        open.forEach(ServerProxy::end);
        open.clear();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                if (away) {
                    end(client);
                } else {
                    connect(client);
                }
            }
        } catch (IOException _) {
            endAll();
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            open.add(client);
            open.add(server);
            Line line = new Line(client, server);
            Thread.ofVirtual().start(() -> line.pump(Breakpoint.Side.TO_SERVER, client, server));
            Thread.ofVirtual().start(() -> line.pump(Breakpoint.Side.TO_CLIENT, server, client));
        } catch (IOException _) {
            end(client);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It has ended already.
        }
    }

    /** One connection of a client through the proxy. */
    private final class Line {
        private final Socket client;
        private final Socket server;
        private volatile boolean silent;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void pump(Breakpoint.Side side, Socket from, Socket to) {
            try {
                DataInputStream in = new DataInputStream(from.getInputStream());
                DataOutputStream out = new DataOutputStream(to.getOutputStream());
                boolean lettered = side == Breakpoint.Side.TO_CLIENT;
                while (pass(side, message(in, lettered), out)) {
                    lettered = true;
                }
            } catch (IOException _) {
                // One of them has ended the connection.
            }
            if (!silent) {
                end(client);
                end(server);
            }
        }

        /** Passes a message on; returns whether the connection lasts. */
        private boolean pass(Breakpoint.Side side, byte[] message, DataOutputStream out)
                throws IOException {
            Breakpoint known = plan.get();
            Breakpoint.Step step =
                    known == null
                            ? Breakpoint.Step.PASS
                            : known.at(side, this, Character.toString(message[0]));
            switch (step) {
                case PASS -> {
                    if (!silent) {
                        out.write(message);
                    }
                }
                case CUT_BEFORE -> {
                    return false;
                }
                case CUT_AFTER -> {
                    out.write(message);
                    return false;
                }
                case SWALLOW -> silent = true;
            }
            return true;
        }

        private static byte[] message(DataInputStream in, boolean lettered) throws IOException {
            int letter = lettered ? in.readUnsignedByte() : 0;
            int length = in.readInt();
            int head = lettered ? 1 : 0;
            byte[] message = new byte[head + length];
            if (lettered) {
                message[0] = (byte) letter;
            }
            for (int i = 0; i < LENGTH_BYTES; i++) {
                message[head + i] = (byte) (length >>> (8 * (LENGTH_BYTES - 1 - i)));
            }
            in.readFully(message, head + LENGTH_BYTES, length - LENGTH_BYTES);
            return message;
        }
    }
}
