package dev.lockstep.broker.alpaca.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.broker.alpaca.connection.Transport.Method;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.RepositoryException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Counts the changing requests that reach a server in situations in which OkHttp would resend them.
 */
final class ExactlyOnceTest {
    private static final TimeOuts TIME_OUTS = TimeOuts.of(Duration.ofSeconds(5));
    private static final String BODY = "{\"qty\":\"1\"}";

    private final DyingServer server;

    ExactlyOnceTest() throws IOException {
        server = new DyingServer("0.0.0.0");
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_change_is_sent_once_on_a_fresh_connection(Method method) {
        assertSentOnce(transport(HttpConnections.open(TIME_OUTS)), method);
    }

    @ParameterizedTest
    @EnumSource
    void a_change_is_sent_once_when_a_pooled_connection_breaks(Method method) {
        Transport transport = transport(HttpConnections.open(TIME_OUTS));
        assertThat(transport.get(url())).isInstanceOf(Reply.Answer.class);

        assertSentOnce(transport, method);
    }

    @ParameterizedTest
    @EnumSource
    void a_change_is_sent_once_to_a_host_with_two_addresses(Method method) {
        Transport transport = transport(with(HttpConnections.open(TIME_OUTS), both()));
        assertThat(transport.get(url())).isInstanceOf(Reply.Answer.class);

        assertSentOnce(transport, method);
    }

    @ParameterizedTest
    @EnumSource
    void a_change_is_sent_once_when_the_first_address_refuses_connections(Method method)
            throws IOException {
        try (DyingServer onlyFirst = new DyingServer("127.0.0.1")) {
            Transport transport =
                    transport(
                            with(
                                    HttpConnections.open(TIME_OUTS),
                                    _ -> List.of(loopback(2), loopback(1))));
            HttpUrl url = url().newBuilder().port(onlyFirst.port()).build();

            assertThat(transport.send(method, url, BODY, SendGuard.ALWAYS))
                    .isInstanceOf(Reply.Silence.class);
            assertThat(onlyFirst.changes()).isEqualTo(1);
            assertThat(onlyFirst.bodyBytes()).isEqualTo(BODY.length());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_change_is_sent_once_by_a_client_with_retries_enabled(Method method) {
        OkHttpClient repeating =
                HttpConnections.open(TIME_OUTS).newBuilder().retryOnConnectionFailure(true).build();
        Transport transport = transport(with(repeating, both()));
        assertThat(transport.get(url())).isInstanceOf(Reply.Answer.class);

        assertSentOnce(transport, method);
    }

    @Test
    void a_default_client_sends_a_change_more_than_once() {
        Transport transport = transport(with(new OkHttpClient(), both()));
        assertThat(transport.get(url())).isInstanceOf(Reply.Answer.class);

        assertThat(transport.send(Method.POST, url(), BODY, SendGuard.ALWAYS))
                .isInstanceOf(Reply.Silence.class);
        assertThat(server.changes()).isGreaterThan(1);
        assertThat(server.bodyBytes()).isGreaterThan(BODY.length());
    }

    @Test
    void a_request_from_inside_a_write_is_refused_before_anything_is_sent() {
        Transport transport = transport(HttpConnections.open(TIME_OUTS));

        assertThatThrownBy(() ->
                        InsideWrite.run(
                                () -> transport.send(Method.POST, url(), BODY, SendGuard.ALWAYS)))
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(RepositoryException.Reason.MISUSE))
                .hasMessageContaining("a request to the broker from inside a write");
        assertThat(server.changes()).isZero();
    }

    private void assertSentOnce(Transport transport, Method method) {
        assertThat(transport.send(method, url(), BODY, SendGuard.ALWAYS))
                .isInstanceOf(Reply.Silence.class);
        assertThat(server.changes()).isEqualTo(1);
        assertThat(server.bodyBytes()).isEqualTo(BODY.length());
    }

    private HttpUrl url() {
        return HttpUrl.get("http://broker.test:" + server.port() + "/v2/orders");
    }

    private static Transport transport(OkHttpClient client) {
        OkHttpClient resolving =
                client.dns().equals(Dns.SYSTEM) ? with(client, _ -> List.of(loopback(1))) : client;
        return new Transport(resolving, new Credentials("PK1", "secret"), InstantSource.system());
    }

    private static OkHttpClient with(OkHttpClient client, Dns dns) {
        return client.newBuilder().dns(dns).build();
    }

    private static Dns both() {
        return _ -> List.of(loopback(1), loopback(2));
    }

    private static InetAddress loopback(int last) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }
}
