package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strategies with exposure, profit and limits over HTTP. */
@Tag("slow")
class StrategiesTest {
    @TempDir private static Path home;

    private static ServedPlatform served;

    @BeforeAll
    static void open() {
        served = new ServedPlatform(ServedPlatform.Setup.in(home));
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void a_strategy_has_exposure_profit_and_limits_with_their_use() {
        ServedPlatform.Reply bought =
                served.order(
                        "{\"symbol\":\"AAPL\",\"side\":\"buy\",\"qty\":\"3\",\"strategy\":\"trend\"}");
        assertThat(bought.status()).as(bought.text()).isEqualTo(201);
        assertThat(served.post("/api/v1/sync", "").status()).isEqualTo(200);
        assertThat(
                        served.send(
                                        "PUT",
                                        "/api/v1/strategies/trend/limits/max-order-rate",
                                        "{\"value\":\"50/24h\",\"reason\":\"test\"}")
                                .status())
                .isEqualTo(200);
        assertThat(
                        served.send(
                                        "PUT",
                                        "/api/v1/strategies/mean/limits/capital-budget",
                                        "{\"value\":\"9000\",\"reason\":\"test\"}")
                                .status())
                .isEqualTo(200);

        JsonNode strategies = served.get("/api/v1/strategies").json().path("strategies");

        assertThat(strategies.findValuesAsText("strategy")).containsExactly("mean", "trend");
        JsonNode trend = strategies.path(1);
        assertThat(new BigDecimal(trend.path("exposure").asText())).isPositive();
        assertThat(trend.path("realizedToday").asText()).isEqualTo("0");
        assertThat(trend.path("state").asText()).isEqualTo("active");
        assertThat(trend.path("limits").path("max-order-rate").asText()).startsWith("50/");
        assertThat(trend.path("used").path("max-order-rate").asInt()).isEqualTo(1);
        JsonNode mean = strategies.path(0);
        assertThat(mean.path("exposure").asText()).isEqualTo("0");
        assertThat(mean.path("limits").path("capital-budget").asText()).isEqualTo("9000");
    }

    @Test
    void a_strategy_that_no_order_limit_or_key_names_is_neither_paused_nor_resumed() {
        for (String act : List.of("pause", "resume")) {
            ServedPlatform.Reply refused =
                    served.post("/api/v1/strategies/never-used/" + act, "{\"reason\":\"test\"}");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("field").asText()).isEqualTo("strategy");
            assertThat(refused.json().path("value").asText()).isEqualTo("never-used");
            assertThat(refused.json().path("expected").asText())
                    .isEqualTo("a strategy with orders, limits or a key");
        }
    }
}
