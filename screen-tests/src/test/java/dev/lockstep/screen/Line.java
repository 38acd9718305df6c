package dev.lockstep.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line between browser and server that can be cut and mended. */
final class Line implements AutoCloseable {
    private static final int BACKLOG_CONNECTIONS = 50;

    private final InetSocketAddress server;
    private final ServerSocket ears;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    /** Leads to the server at this address. */
    Line(String address) throws IOException {
        URI uri = URI.create(address);
        server = new InetSocketAddress(uri.getHost(), uri.getPort());
        ears = new ServerSocket(0, BACKLOG_CONNECTIONS, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + ears.getLocalPort();
    }

    /** Breaks every connection, and each that comes. */
    void cut() {
        cut = true;
        open.forEach(Line::hangUp);
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        try {
            while (!ears.isClosed()) {
                connect(ears.accept());
            }
        } catch (IOException _) {
            // The line is closed.
        }
    }

    private void connect(Socket browser) {
        open.add(browser);
        try {
            if (cut) {
                hangUp(browser);
                return;
            }
            Socket far = new Socket(server.getAddress(), server.getPort());
            open.add(far);
            Thread.ofVirtual().start(() -> carry(browser, far));
            Thread.ofVirtual().start(() -> carry(far, browser));
        } catch (IOException _) {
            hangUp(browser);
        }
    }

    private void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException _) {
            // One end hung up, and the other one is told by it.
        } finally {
            hangUp(from);
            hangUp(to);
            open.removeAll(List.of(from, to));
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone, which is all that is wanted.
        }
    }

    @Override
    public void close() throws IOException {
        ears.close();
        open.forEach(Line::hangUp);
    }
}
