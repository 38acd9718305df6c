package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.view.market.SnapshotBody;
import dev.lockstep.domain.instrument.Symbol;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instruments and snapshots over HTTP. */
class MarketReadsTest {
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
    void instruments_are_searched_by_name_and_have_their_flags() {
        JsonNode found = served.get("/api/v1/assets?search=apple&limit=2").json();

        JsonNode apple = found.path("assets").path(0);
        assertThat(apple.path("symbol").asText()).isEqualTo("AAPL");
        assertThat(apple.path("tradable").asBoolean()).isTrue();
        assertThat(apple.has("shortable") && apple.has("fractionable")).isTrue();
        assertThat(found.path("matches").asInt()).isPositive();
    }

    @Test
    void a_snapshot_has_the_quote_and_the_last_price_of_each_instrument() {
        JsonNode snapshots =
                served.get("/api/v1/snapshots?symbols=msft,BTC/USD").json().path("snapshots");

        assertThat(snapshots.findValuesAsText("symbol")).containsExactly("MSFT", "BTC/USD");
        assertThat(new BigDecimal(snapshots.path(0).path("bid").asText())).isPositive();
        assertThat(new BigDecimal(snapshots.path(0).path("last").asText())).isPositive();
    }

    @Test
    void an_instrument_without_data_has_no_values_instead_of_zeros() {
        SnapshotBody nothing =
                SnapshotBody.of(new Symbol("AAPL"), null, null, LocalDate.of(2026, 1, 5));

        assertThat(nothing).isEqualTo(new SnapshotBody("AAPL", null, null, null, null, null, null));
    }

    @Test
    void too_many_symbols_and_none_are_refused() {
        assertThat(served.get("/api/v1/snapshots").status()).isEqualTo(400);
        assertThat(served.get("/api/v1/snapshots?symbols=AAPL,,MSFT").status()).isEqualTo(400);
    }
}
