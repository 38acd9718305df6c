package dev.lockstep.broker.alpaca.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A response is read up to the size limit and without the secret. */
final class TransportTest {
    private static final int BURST = 16;

    private final MockWebServer server = new MockWebServer();
    private final Transport transport =
            new Transport(
                    HttpConnections.open(TimeOuts.of(Duration.ofMinutes(1))),
                    new Credentials("PK1", "the-secret"),
                    InstantSource.system());

    TransportTest() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_response_at_the_size_limit_is_read_and_a_larger_one_is_not() {
        answers(Transport.MAX_BODY_BYTES);
        answers(Transport.MAX_BODY_BYTES + 1);

        assertThat(transport.get(server.url("/v2/assets")).body())
                .hasSize(Transport.MAX_BODY_BYTES);
        assertThat(transport.get(server.url("/v2/assets")))
                .isInstanceOfSatisfying(
                        Reply.Silence.class,
                        silence -> {
                            assertThat(silence.cause()).isEqualTo(Reply.Cause.TOO_LARGE);
                            assertThat(silence.requestId()).isEqualTo("req-1");
                        });
    }

    @Test
    void a_broken_connection_is_described_without_the_name_of_a_class() {
        assertThat(Transport.describe(new SocketException("Connection reset")))
                .isEqualTo("Connection reset");
        assertThat(Transport.describe(new UnknownHostException("nowhere.example")))
                .isEqualTo("unknown host: nowhere.example");
        assertThat(Transport.describe(new EOFException())).isEqualTo("the connection broke");
        assertThat(Transport.describe(new IllegalStateException("a bug")))
                .isEqualTo("IllegalStateException: a bug");
    }

    @Test
    void an_echoed_secret_is_masked() {
        server.enqueue(new MockResponse.Builder().body("you said the-secret").build());

        assertThat(transport.get(server.url("/")).body()).isEqualTo("you said ***");
    }

    @Test
    void the_connections_of_a_burst_are_kept_for_the_next_one() throws Exception {
        CyclicBarrier all = new CyclicBarrier(BURST);
        server.setDispatcher(
                new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request) {
                        try {
                            all.await();
                        } catch (InterruptedException | BrokenBarrierException stopped) {
                            throw new AssertionError(stopped);
                        }
                        return new MockResponse.Builder().body("{}").build();
                    }
                });

        burst();
        burst();

        int connections = 0;
        for (int request = 0; request < 2 * BURST; request++) {
            connections += server.takeRequest().getExchangeIndex() == 0 ? 1 : 0;
        }
        assertThat(connections).isEqualTo(BURST);
    }

    private void burst() {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < BURST; caller++) {
                callers.execute(() -> transport.get(server.url("/v2/orders")));
            }
        }
    }

    private void answers(int bytes) {
        server.enqueue(
                new MockResponse.Builder()
                        .addHeader("X-Request-ID", "req-1")
                        .body(new Buffer().write(new byte[bytes]))
                        .build());
    }
}
