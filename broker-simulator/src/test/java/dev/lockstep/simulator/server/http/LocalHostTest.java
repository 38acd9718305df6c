package dev.lockstep.simulator.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.server.HttpServer;
import dev.lockstep.simulator.server.RawClient;
import dev.lockstep.simulator.server.TestFront;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class LocalHostTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1:8081 | | 200",
                "localhost | http://localhost:3000 | 200",
                "127.0.0.1 | http://127.0.0.1:8081 | 200",
                "evil.example | | 403",
                "127.0.0.1 | https://evil.example | 403",
                "127.0.0.1 | null | 403",
            })
    void only_this_machine_and_no_page_of_another_one_steers_the_exchange(
            String host, String origin, int status) throws IOException {
        try (HttpServer front = TestFront.start(ConnectionLimits.DEFAULT)) {
            String named = origin == null ? "" : "Origin: " + origin + "\r\n";
            RawClient.Reply reply =
                    RawClient.ask(
                            front.port(),
                            "GET /sim/clock HTTP/1.1\r\nHost: "
                                    + host
                                    + "\r\n"
                                    + named
                                    + "Connection: close\r\n\r\n");
            assertThat(reply.status()).isEqualTo(status);
        }
    }
}
