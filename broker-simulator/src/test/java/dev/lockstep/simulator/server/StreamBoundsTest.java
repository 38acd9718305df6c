package dev.lockstep.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class StreamBoundsTest {
    private static final String HANDSHAKE =
            String.join(
                    "\r\n",
                    "GET /stream HTTP/1.1",
                    "Host: x",
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "Sec-WebSocket-Version: 13",
                    "",
                    "");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Test
    void there_are_so_many_streams_and_no_more() throws IOException {
        Deque<RawClient> streams = new ArrayDeque<>();
        try (HttpFront front = TestFront.start(Patience.DEFAULT)) {
            for (int stream = 0; stream < StreamRoutes.MAX_STREAMS; stream++) {
                streams.add(new RawClient(front.port()));
                assertThat(handshake(streams.getLast())).isEqualTo(101);
            }
            RawClient one = new RawClient(front.port());
            streams.add(one);
            assertThat(handshake(one)).isEqualTo(429);
            streams.removeFirst().close();
            assertThat(acceptedInTime(front.port(), streams)).isTrue();
        } finally {
            for (RawClient stream : streams) {
                stream.close();
            }
        }
    }

    /** The server notices in its own time that a client is gone. */
    private static boolean acceptedInTime(int port, Deque<RawClient> streams) throws IOException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < end) {
            RawClient next = new RawClient(port);
            streams.add(next);
            if (handshake(next) == 101) {
                return true;
            }
        }
        return false;
    }

    private static int handshake(RawClient client) throws IOException {
        client.send(HANDSHAKE);
        return client.nextHead().status();
    }
}
