package dev.lockstep.broker.alpaca.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.broker.alpaca.connection.Transport.Method;
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

/** POSTs that reach a server, counted there, where OkHttp has a reason to send them again. */
final class ExactlyOnceTest {
    private static final TimeOuts TIME_OUTS = TimeOuts.of(Duration.ofSeconds(5));

    private final DyingServer server;

    ExactlyOnceTest() throws IOException {
        server = new DyingServer();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void one_address_gets_one_post_on_a_fresh_connection() {
        Transport transport = transport(HttpConnections.open(TIME_OUTS));

        assertThat(post(transport)).isInstanceOf(Reply.Silence.class);
        assertThat(server.posts()).isEqualTo(1);
    }

    @Test
    void a_pooled_connection_that_dies_under_a_post_gets_it_once() {
        Transport transport = transport(HttpConnections.open(TIME_OUTS));
        assertThat(transport.get(url())).isInstanceOf(Reply.Answer.class);

        assertThat(post(transport)).isInstanceOf(Reply.Silence.class);
        assertThat(server.posts()).isEqualTo(1);
    }

    @Test
    void two_addresses_get_one_post_between_them() {
        Transport transport =
                transport(
                        HttpConnections.open(TIME_OUTS)
                                .newBuilder()
                                .dns(new TwoAddresses())
                                .build());
        assertThat(transport.get(url())).isInstanceOf(Reply.Answer.class);

        assertThat(post(transport)).isInstanceOf(Reply.Silence.class);
        assertThat(server.posts()).isEqualTo(1);
    }

    @Test
    void even_a_client_that_repeats_by_itself_is_stopped_at_the_wire() {
        Transport transport =
                transport(
                        HttpConnections.open(TIME_OUTS)
                                .newBuilder()
                                .retryOnConnectionFailure(true)
                                .dns(new TwoAddresses())
                                .build());
        assertThat(transport.get(url())).isInstanceOf(Reply.Answer.class);

        assertThat(post(transport)).isInstanceOf(Reply.Silence.class);
        assertThat(server.posts()).isEqualTo(1);
    }

    @Test
    void the_danger_is_real_a_client_as_it_comes_sends_more_than_one() {
        Transport transport = transport(new OkHttpClient.Builder().dns(new TwoAddresses()).build());
        assertThat(transport.get(url())).isInstanceOf(Reply.Answer.class);

        assertThat(post(transport)).isInstanceOf(Reply.Silence.class);
        assertThat(server.posts()).isGreaterThan(1);
    }

    private Reply post(Transport transport) {
        return transport.send(Method.POST, url(), "{\"qty\":\"1\"}");
    }

    private HttpUrl url() {
        return HttpUrl.get("http://broker.test:" + server.port() + "/v2/orders");
    }

    private Transport transport(OkHttpClient client) {
        OkHttpClient resolving =
                client.dns() instanceof TwoAddresses
                        ? client
                        : client.newBuilder().dns(new OneAddress()).build();
        return new Transport(resolving, new Credentials("PK1", "secret"), InstantSource.system());
    }

    private static InetAddress loopback(int last) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    private static final class OneAddress implements Dns {
        @Override
        public List<InetAddress> lookup(String host) throws UnknownHostException {
            return List.of(loopback(1));
        }
    }

    private static final class TwoAddresses implements Dns {
        @Override
        public List<InetAddress> lookup(String host) throws UnknownHostException {
            return List.of(loopback(1), loopback(2));
        }
    }
}
