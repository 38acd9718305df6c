package dev.lockstep.broker.alpaca.connection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;
import okio.ByteString;

/** Server that accepts a WebSocket and then sends nothing. */
final class SilentSocket implements AutoCloseable {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket listening;
    private final AtomicBoolean pinged = new AtomicBoolean();

    SilentSocket() throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("silent-socket").start(this::accept);
    }

    HttpUrl url() {
        return HttpUrl.get("http://127.0.0.1:" + listening.getLocalPort() + "/stream");
    }

    /** Returns whether any byte arrived after the handshake; the first can only be a ping. */
    boolean pinged() {
        return pinged.get();
    }

    private void accept() {
        try (Socket socket = listening.accept()) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String key = "";
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                if (line.startsWith("Sec-WebSocket-Key: ")) {
                    key = line.substring("Sec-WebSocket-Key: ".length());
                }
            }
            String accept = ByteString.encodeUtf8(key + MAGIC).sha1().base64();
            socket.getOutputStream()
                    .write(
                            ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                            + "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                                            + accept
                                            + "\r\n\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
            while (in.read() >= 0) {
                pinged.set(true);
            }
        } catch (IOException over) {
            // The test is over, or the client closed the connection, as tested.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
