package dev.lockstep.broker.alpaca.connection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Server that answers GET requests, but reads each changing request completely, counts it and its
 * body bytes, and drops the connection without a response.
 */
final class DyingServer implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket listening;
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicInteger bodyBytes = new AtomicInteger();

    /** Starts a server on one address, or on all loopback addresses for {@code 0.0.0.0}. */
    DyingServer(String address) throws IOException {
        listening = new ServerSocket(0, BACKLOG, InetAddress.getByName(address));
        Thread.ofPlatform().daemon().name("dying-server").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Returns how many changing requests were read completely. */
    int changes() {
        return changes.get();
    }

    /** Returns how many body bytes of them were read. */
    int bodyBytes() {
        return bodyBytes.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                Thread.ofPlatform().daemon().name("dying-socket").start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                boolean query = line.startsWith("GET ");
                readRest(in);
                if (!query) {
                    changes.incrementAndGet();
                    return;
                }
                socket.getOutputStream()
                        .write(
                                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
                                        .getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void readRest(BufferedReader in) throws IOException {
        int length = 0;
        for (String header = in.readLine();
                header != null && !header.isEmpty();
                header = in.readLine()) {
            if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring("content-length:".length()).strip());
            }
        }
        for (int i = 0; i < length; i++) {
            if (in.read() >= 0) {
                bodyBytes.incrementAndGet();
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
