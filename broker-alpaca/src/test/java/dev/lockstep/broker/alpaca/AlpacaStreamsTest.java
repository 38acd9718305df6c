package dev.lockstep.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.port.venue.VenueStreams;
import dev.lockstep.domain.port.venue.VenueStreams.Event;
import dev.lockstep.domain.port.venue.VenueStreams.VenueStream;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class AlpacaStreamsTest {
    private static final Duration BOUND = Duration.ofMinutes(1);
    private static final ApiSecret SECRET = new ApiSecret(SimulatorConfig.DEFAULT_KEY.secret());

    private static Event next(VenueStream stream) throws InterruptedException {
        return stream.next(BOUND).orElseThrow();
    }

    @Test
    void a_stream_of_market_data_is_authenticated_by_its_handshake_and_ends_with_its_host()
            throws InterruptedException {
        Simulator simulator = Simulator.start(SimulatorConfig.defaults());
        AlpacaConfig config =
                AlpacaConfig.at(simulator.uri(), SimulatorConfig.DEFAULT_KEY.id(), SECRET);
        VenueStreams streams = Brokers.port(config, VenueStreams.class);
        try (simulator;
                VenueStream stream = streams.open("/v2/iex")) {
            assertThat(next(stream)).isEqualTo(new Event.Opened());
            assertThat(next(stream).toString()).contains("connected");
            assertThat(next(stream).toString()).contains("authenticated");
            stream.send("{\"action\":\"subscribe\",\"bars\":[\"AAPL\"]}");
            assertThat(next(stream).toString()).contains("subscription", "AAPL");

            simulator.close();
            assertThat(next(stream)).isInstanceOf(Event.Ended.class);
        }
    }

    @Test
    void a_stream_that_does_not_exist_ends_with_the_reason() throws InterruptedException {
        try (Simulator simulator = Simulator.start(SimulatorConfig.defaults())) {
            AlpacaConfig config =
                    AlpacaConfig.at(simulator.uri(), SimulatorConfig.DEFAULT_KEY.id(), SECRET);
            try (VenueStream stream =
                    Brokers.port(config, VenueStreams.class).open("/v2/nothing")) {
                assertThat(next(stream).toString()).contains("Ended", "HTTP 404");
            }
        }
    }

    @Test
    void the_host_of_streams_follows_from_that_of_market_data() {
        assertThat(AlpacaConfig.paper("id", SECRET).dataStreamUrl())
                .isEqualTo(URI.create("https://stream.data.alpaca.markets"));
        assertThat(AlpacaConfig.at(URI.create("http://127.0.0.1:5"), "id", SECRET).dataStreamUrl())
                .isEqualTo(URI.create("http://127.0.0.1:5"));
    }
}
