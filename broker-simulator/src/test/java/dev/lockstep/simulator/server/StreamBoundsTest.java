package dev.lockstep.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.server.http.ConnectionLimits;
import dev.lockstep.simulator.server.stream.StreamEndpoints;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
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

    private static final String AUTHENTICATE =
            "{\"action\":\"authenticate\",\"key\":\"SIM-KEY\",\"secret\":\"SIM-SECRET\"}";
    private static final int TOO_MANY = 16;

    private final HttpServer front = TestFront.start(ConnectionLimits.DEFAULT);
    private final Deque<RawClient> streams = new ArrayDeque<>();

    @AfterEach
    void stop() throws IOException {
        for (RawClient stream : streams) {
            stream.close();
        }
        front.close();
    }

    @Test
    void the_number_of_streams_is_bounded() throws IOException {
        int asked = StreamEndpoints.MAX_STREAMS + TOO_MANY;
        for (int stream = 0; stream < asked; stream++) {
            streams.add(new RawClient(front.port()));
            streams.getLast().send(HANDSHAKE);
        }
        Deque<RawClient> refused = new ArrayDeque<>();
        for (RawClient stream : streams) {
            RawClient.Reply reply = stream.nextHead();
            int status = reply.status();
            assertThat(status).isIn(101, 429);
            assertThat(reply.head()).doesNotContainIgnoringCase("Set-Cookie");
            if (status == 429) {
                refused.add(stream);
            }
        }
        assertThat(refused).hasSize(TOO_MANY);
        for (RawClient stream : refused) {
            stream.close();
        }
        streams.removeAll(refused);
        streams.removeFirst().close();
        assertThat(acceptedInTime()).isTrue();
    }

    @Test
    void only_one_of_many_simultaneous_authentications_gets_the_stream() throws IOException {
        for (int stream = 0; stream < TOO_MANY; stream++) {
            streams.add(new RawClient(front.port()));
            streams.getLast().send(HANDSHAKE);
            assertThat(streams.getLast().nextHead().status()).isEqualTo(101);
        }
        for (RawClient stream : streams) {
            stream.sendMessage(AUTHENTICATE);
        }
        int authorized = 0;
        for (RawClient stream : streams) {
            String answer = stream.nextMessage();
            if (answer.contains("\"authorized\"")) {
                authorized++;
            } else {
                assertThat(answer).contains("connection limit exceeded");
            }
        }
        assertThat(authorized).isEqualTo(1);
    }

    /** Repeats until the server has noticed the end of an earlier client. */
    private boolean acceptedInTime() throws IOException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < end) {
            try (RawClient next = new RawClient(front.port())) {
                next.send(HANDSHAKE);
                if (next.nextHead().status() == 101) {
                    return true;
                }
            }
        }
        return false;
    }
}
