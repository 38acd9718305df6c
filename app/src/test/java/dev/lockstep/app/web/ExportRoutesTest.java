package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports over REST. */
class ExportRoutesTest {
    private static final String PATH = "/api/v1/export/";

    private ServedPlatform served;

    @BeforeEach
    void trade(@TempDir Path home) {
        served = new ServedPlatform(ServedPlatform.Setup.in(home));
        served.order("{\"symbol\":\"AAPL\",\"side\":\"buy\",\"qty\":\"3\"}");
        served.order("{\"symbol\":\"MSFT\",\"side\":\"buy\",\"qty\":\"4\",\"strategy\":\"trend\"}");
        served.post("/api/v1/sync", "");
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void all_orders_are_in_the_file_and_filters_select_some() {
        ServedPlatform.Reply all = served.get(PATH + "orders");

        assertThat(all.header("Content-Type")).startsWith("text/csv");
        assertThat(all.header("Content-Disposition")).contains("lockstep-orders.csv");
        assertThat(all.text().lines()).hasSize(3);
        assertThat(all.text()).startsWith("symbol,side,qty,");
        assertThat(served.get(PATH + "orders?symbol=MSFT").text().lines()).hasSize(2);
        assertThat(served.get(PATH + "orders?strategy=trend").text()).contains("MSFT");
        assertThat(served.get(PATH + "orders?since=2262-01-01T00:00:00Z").text().lines())
                .hasSize(1);
    }

    @Test
    void executions_events_and_adjustments_have_the_columns_of_the_command() {
        assertThat(served.get(PATH + "fills").text()).startsWith("orderId,").contains("3");
        assertThat(served.get(PATH + "events").text().lines()).hasSizeGreaterThan(4);
        assertThat(served.get(PATH + "adjustments").status()).isEqualTo(200);
    }

    @Test
    void all_round_trips_are_in_the_file_with_fees_and_reasons() {
        served.order("{\"symbol\":\"AAPL\",\"side\":\"sell\",\"qty\":\"2\"}");
        served.post("/api/v1/sync", "");

        String trips = served.get(PATH + "trips").text();

        assertThat(trips)
                .startsWith("symbol,direction,qty,")
                .contains(
                        ",fees,netProfit,", ",entryReason,exitReason,", "\"market order\",order,");
        assertThat(served.get(PATH + "trips?symbol=AAPL").text().lines()).hasSize(2);
        assertThat(served.get(PATH + "trips?symbol=MSFT").text().lines()).hasSize(1);
        assertThat(served.get(PATH + "trips?strategy=trend").text().lines()).hasSize(1);
        assertThat(served.get(PATH + "trips?until=2000-01-01T00:00:00Z").text().lines()).hasSize(1);
    }

    @Test
    void an_unknown_kind_or_a_filter_that_would_filter_nothing_is_refused() {
        assertThat(served.get(PATH + "trades").json().path("expected").asText())
                .isEqualTo("orders, events, fills, adjustments, trips");
        assertThat(served.get(PATH + "adjustments?strategy=trend").status()).isEqualTo(400);
        assertThat(served.get(PATH + "orders?side=buy").status()).isEqualTo(400);
    }
}
