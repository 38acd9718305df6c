package dev.lockstep.app.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that stops reading its response must not keep the platform from ending. */
class UnreadResponseTest {
    private static final int MANY_ORDERS = 4_000;
    private static final int SMALL_BUFFER_BYTES = 4 * 1024;

    @TempDir private Path home;

    @Test
    void the_server_stops_while_a_client_does_not_read_its_events() throws Exception {
        ServedPlatform served = new ServedPlatform(ServedPlatform.Setup.in(home));
        SampleOrders sample = new SampleOrders();
        List<Order> many = Stream.generate(sample::intent).limit(MANY_ORDERS).toList();
        served.tradingPlatform().repository().addAll(many, Evidence.local("test"));
        try (Socket client = new Socket()) {
            client.setReceiveBufferSize(SMALL_BUFFER_BYTES);
            client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), served.port()));
            client.getOutputStream()
                    .write(
                            "GET /api/v1/events?after=0 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                                    .getBytes(ISO_8859_1));
            assertThat(client.getInputStream().read()).isNotNegative();

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(served::close);

            assertThat(stopped).succeedsWithin(60, TimeUnit.SECONDS);
        }
    }
}
