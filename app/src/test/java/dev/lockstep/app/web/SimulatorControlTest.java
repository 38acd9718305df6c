package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.config.TradingMode;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steering the folder's own simulator over HTTP. */
@Tag("slow")
class SimulatorControlTest {
    @TempDir private Path home;

    @Test
    void price_clock_and_faults_are_set_shown_and_taken_back() {
        try (ServedPlatform served = new ServedPlatform(ServedPlatform.Setup.in(home))) {
            assertThat(
                            served.post(
                                            "/api/v1/simulator/price",
                                            "{\"symbol\":\"aapl\",\"price\":\"190.25\"}")
                                    .json()
                                    .path("price")
                                    .asText())
                    .isEqualTo("190.25");
            assertThat(served.simulator().price("AAPL")).isEqualByComparingTo("190.25");

            assertThat(served.post("/api/v1/simulator/clock", "{\"speed\":\"2\"}").status())
                    .isEqualTo(200);
            String plan =
                    """
                    {"rules":[{"target":"POST /v2/orders","fault":"drop_after","nth":3}]}\
                    """;
            assertThat(served.send("PUT", "/api/v1/simulator/faults", plan).status())
                    .isEqualTo(200);
            var shown = served.get("/api/v1/simulator").json();
            assertThat(shown.path("clock").path("speed").asText()).isEqualTo("2");
            assertThat(shown.path("faults").path("rules").path(0).path("fault").asText())
                    .isEqualTo("drop_after");

            assertThat(served.send("DELETE", "/api/v1/simulator/faults", "").json().path("rules"))
                    .isEmpty();
            assertThat(served.send("PUT", "/api/v1/simulator/faults", "{\"rules\":7}").status())
                    .isEqualTo(422);
            assertThat(
                            served.post("/api/v1/simulator/price", "{\"symbol\":\"AAPL\"}")
                                    .json()
                                    .path("field")
                                    .asText())
                    .isEqualTo("price");
        }
    }

    @Test
    void at_another_broker_there_is_no_simulator() {
        try (ServedPlatform served =
                new ServedPlatform(ServedPlatform.Setup.in(home).withMode(TradingMode.PAPER))) {
            requireNone(served.get("/api/v1/simulator"));
            requireNone(
                    served.post(
                            "/api/v1/simulator/price", "{\"symbol\":\"AAPL\",\"price\":\"1\"}"));
            requireNone(served.post("/api/v1/simulator/clock", "{\"speed\":\"2\"}"));
            requireNone(served.send("PUT", "/api/v1/simulator/faults", "{}"));
            requireNone(served.send("DELETE", "/api/v1/simulator/faults", ""));
        }
    }

    private static void requireNone(ServedPlatform.Reply reply) {
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().path("detail").asText()).contains("not the simulator");
    }
}
