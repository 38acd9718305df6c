package dev.lockstep.broker.alpaca.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** {@link Frames} detects dead connections. */
final class FramesTest {
    private static final Duration BOUND = Duration.ofSeconds(15);

    @Test
    void a_connection_without_ping_answers_ends() throws IOException, InterruptedException {
        OkHttpClient client = HttpConnections.open(TimeOuts.defaults());
        try (SilentSocket server = new SilentSocket();
                Frames frames = Frames.open(client, server.url(), Duration.ofMillis(100))) {
            assertThat(frames.next(BOUND)).isInstanceOf(Frames.Frame.Opened.class);

            assertThat(frames.next(BOUND))
                    .isInstanceOfSatisfying(
                            Frames.Frame.Ended.class,
                            ended -> assertThat(ended.why()).contains("ping"));
            assertThat(server.pinged()).isTrue();
        }
    }
}
