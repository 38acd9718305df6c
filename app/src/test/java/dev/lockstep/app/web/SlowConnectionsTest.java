package dev.lockstep.app.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections that send a byte now and then must not lock anybody out. */
@Tag("slow")
class SlowConnectionsTest {
    @TempDir private Path home;

    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void disconnect() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void many_slow_connections_without_a_token_do_not_lock_out_the_kill_switch()
            throws IOException {
        try (ServedPlatform served =
                new ServedPlatform(ServedPlatform.Setup.in(home).withToken("0123456789abcdef"))) {
            for (int i = 0; i < ConnectionBounds.MAX_CONNECTIONS + 20; i++) {
                begin(served.port());
            }

            ServedPlatform.Reply halt =
                    served.post(
                            "/api/v1/trading/halt",
                            "{\"reason\":\"test\"}",
                            "Authorization",
                            "Bearer 0123456789abcdef");

            assertThat(halt.status()).isEqualTo(200);
        }
    }

    /** Half a request head; the server may close the connection to make room. */
    private void begin(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        slow.add(socket);
        socket.getOutputStream()
                .write("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ".getBytes(ISO_8859_1));
    }
}
