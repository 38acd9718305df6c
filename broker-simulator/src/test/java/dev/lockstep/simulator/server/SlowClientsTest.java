package dev.lockstep.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.server.http.ConnectionLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SlowClientsTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int DRIP_MILLIS = 20;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String CLOCK = "GET /v2/clock HTTP/1.1\r\n" + RawClient.KEYED;
    private static final String POST =
            "POST /v2/orders HTTP/1.1\r\n" + RawClient.KEYED + "Content-Length: 60000\r\n\r\n";

    /** Less than the length of the response: a client that received less was disconnected. */
    private static final int WHOLE_CALENDAR_BYTES = 200_000;

    private static final int BYTES_A_PAUSE = 2_000;

    /** Far more than the server's threads. */
    private static final int MANY_CLIENTS = 400;

    private HttpServer front = TestFront.start(new ConnectionLimits(SHORT, LONG, LONG));

    @AfterEach
    void stop() {
        front.close();
    }

    @Test
    void half_a_head_and_half_a_body_time_out() throws IOException {
        try (RawClient one = new RawClient(front.port());
                RawClient other = new RawClient(front.port());
                RawClient third = new RawClient(front.port())) {
            one.send("GET /v2/clo");
            other.send(CLOCK);
            third.send(POST + "{\"symbol\"");
            for (RawClient client : new RawClient[] {one, other, third}) {
                assertTimedOut(client.untilClosed());
            }
        }
    }

    @Test
    void an_idle_connection_closes_without_a_response() throws IOException {
        try (RawClient client = new RawClient(front.port())) {
            assertThat(client.untilClosed().text()).isEmpty();
        }
    }

    @Test
    void a_request_sent_byte_by_byte_times_out() throws IOException {
        startTolerant();
        for (String begun : new String[] {CLOCK + "X: ", POST + "{\"symbol\":\""}) {
            try (RawClient client = new RawClient(front.port())) {
                client.send(begun);
                assertTimedOut(sentSlowly(client));
            }
        }
    }

    @Test
    void slow_clients_do_not_delay_others() throws IOException {
        front.close();
        front = TestFront.start(new ConnectionLimits(LONG, LONG, LONG));
        List<RawClient> slowClients = new ArrayList<>();
        try {
            for (int i = 0; i < MANY_CLIENTS; i++) {
                RawClient slowClient = new RawClient(front.port());
                slowClients.add(slowClient);
                slowClient.send(i % 2 == 0 ? POST + "{" : CLOCK);
            }
            RawClient.Reply reply =
                    RawClient.ask(front.port(), CLOCK + "Connection: close\r\n\r\n");
            assertThat(reply.status()).isEqualTo(200);
        } finally {
            for (RawClient slowClient : slowClients) {
                slowClient.close();
            }
        }
    }

    @Test
    void a_client_that_pauses_between_requests_is_served() throws IOException {
        startTolerant();
        try (RawClient client = new RawClient(front.port())) {
            long end = System.nanoTime() + SHORT.multipliedBy(3).toNanos();
            while (System.nanoTime() < end) {
                client.send(CLOCK + "\r\n");
                assertThat(client.next().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_client_that_never_reads_is_disconnected() throws Exception {
        String asked = ("GET /v2/assets HTTP/1.1\r\n" + RawClient.KEYED + "\r\n").repeat(100);
        try (ExecutorService sender = Executors.newVirtualThreadPerTaskExecutor();
                RawClient client = new RawClient(front.port())) {
            Future<?> cut = sender.submit(() -> client.sendWithoutEnd(asked));
            assertThat(cut)
                    .failsWithin(LONG)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void a_response_read_byte_by_byte_times_out() throws Exception {
        front.close();
        front = TestFront.start(new ConnectionLimits(LONG, LONG, SHORT));
        String large =
                "GET /v2/calendar?start=2016-01-01&end=2029-12-31 HTTP/1.1\r\n"
                        + RawClient.KEYED
                        + "\r\n";
        try (RawClient client = RawClient.narrow(front.port())) {
            client.send(large);
            assertThat(takenSlowly(client)).isLessThan(WHOLE_CALENDAR_BYTES);
        }
    }

    @Test
    void a_client_that_reads_at_once_gets_the_whole_response() throws IOException {
        RawClient.Reply reply =
                RawClient.ask(
                        front.port(),
                        "GET /v2/calendar?start=2016-01-01&end=2029-12-31 HTTP/1.1\r\n"
                                + RawClient.KEYED
                                + "Connection: close\r\n\r\n");
        assertThat(reply.body().length()).isGreaterThanOrEqualTo(WHOLE_CALENDAR_BYTES);
    }

    /** Returns the number of bytes that a client received before the server disconnected it. */
    private static int takenSlowly(RawClient client) throws IOException {
        int taken = 0;
        long end = System.nanoTime() + LONG.toNanos();
        try {
            while (System.nanoTime() < end && client.readsAByte()) {
                taken++;
                if (taken % BYTES_A_PAUSE == 0) {
                    LockSupport.parkNanos(Duration.ofMillis(DRIP_MILLIS).toNanos());
                }
            }
        } catch (IOException cutOff) {
            return taken;
        }
        return taken;
    }

    /** Starts a server that tolerates idle clients but not slow requests. */
    private void startTolerant() {
        front.close();
        front = TestFront.start(new ConnectionLimits(LONG, SHORT, LONG));
    }

    /** Sends one byte at a time until the server responds. */
    private static RawClient.Reply sentSlowly(RawClient client) throws IOException {
        long end = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < end && !client.answeredWithin(DRIP_MILLIS)) {
            try {
                client.send("a");
            } catch (IOException closed) {
                break;
            }
        }
        return client.untilClosed();
    }

    private static void assertTimedOut(RawClient.Reply reply) throws IOException {
        assertThat(reply.status()).isEqualTo(408);
        assertThat(reply.head())
                .containsIgnoringCase("X-Request-ID: ")
                .containsIgnoringCase("Content-Type: application/json");
        assertThat(reply.json().get("code").asInt()).isEqualTo(40810000);
        assertThat(reply.json().get("message").asText()).isEqualTo("request timed out");
    }
}
