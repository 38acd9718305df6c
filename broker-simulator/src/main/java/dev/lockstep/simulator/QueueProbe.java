package dev.lockstep.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A request of the simulator to itself on a connection of its own. Connections and requests that
 * arrived before it have been taken from the kernel's queues when it is answered.
 */
final class QueueProbe {
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final byte[] REQUEST =
            "GET /sim/clock HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final int port;

    QueueProbe(int port) {
        this.port = port;
    }

    /** Returns when the request has been answered. */
    void ask() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(REQUEST);
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator does not answer itself", e);
        }
    }
}
