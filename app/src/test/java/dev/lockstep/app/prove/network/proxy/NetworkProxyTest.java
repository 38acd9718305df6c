package dev.lockstep.app.prove.network.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A proxy between a client and a server that sends back what it receives. */
@Timeout(30)
class NetworkProxyTest {
    private static final int ANY_PORT = 0;

    private final NetworkFaultPlan plan = new NetworkFaultPlan(1);
    private final ExecutorService echoes = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerSocket server =
            new ServerSocket(ANY_PORT, 10, InetAddress.getLoopbackAddress());
    private final NetworkProxy proxy =
            NetworkProxy.open(
                    URI.create("http://127.0.0.1:" + server.getLocalPort()),
                    plan,
                    _ -> {},
                    Executors.newVirtualThreadPerTaskExecutor());

    NetworkProxyTest() throws IOException {}

    @BeforeEach
    void serve() {
        echoes.execute(this::accept);
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
        echoes.shutdownNow();
        echoes.close();
    }

    @Test
    void bytes_pass_unchanged_in_both_directions_until_the_client_has_ended() throws IOException {
        try (Socket client = connected()) {
            client.getOutputStream().write(bytes("a request"));
            client.shutdownOutput();

            assertThat(client.getInputStream().readAllBytes()).isEqualTo(bytes("a request"));
        }
    }

    @Test
    void while_the_network_is_down_connections_end_and_afterwards_new_ones_pass()
            throws IOException {
        try (Socket client = connected()) {
            client.getOutputStream().write(bytes("x"));
            assertThat(client.getInputStream().read()).isEqualTo('x');

            proxy.down();

            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(IOException.class);
        }

        proxy.up();

        try (Socket client = connected()) {
            client.getOutputStream().write(bytes("y"));
            assertThat(client.getInputStream().read()).isEqualTo('y');
        }
    }

    @Test
    void every_disturbance_leaves_a_connection_that_ends_or_answers() throws IOException {
        plan.arm();
        for (int connection = 0; connection < 200; connection++) {
            try (Socket client = connected()) {
                client.getOutputStream().write(bytes("POST / HTTP/1.1\r\n\r\n{\"a\":1}"));
                client.shutdownOutput();
                assertThat(client.getInputStream().readAllBytes().length)
                        .isLessThanOrEqualTo("POST / HTTP/1.1\r\n\r\n{\"a\":1}".length());
            } catch (IOException cut) {
                // One of the disturbances.
            }
        }
        assertThat(plan.counts().values()).anyMatch(count -> count > 0);
    }

    private Socket connected() throws IOException {
        return new Socket(proxy.address().getHost(), proxy.address().getPort());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                echoes.execute(() -> echo(client));
            } catch (IOException over) {
                // The test has ended.
            }
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException cut) {
            // By the proxy.
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
