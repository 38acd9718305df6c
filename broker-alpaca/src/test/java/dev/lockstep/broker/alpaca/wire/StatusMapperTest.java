package dev.lockstep.broker.alpaca.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps all seventeen documented statuses and any other. */
final class StatusMapperTest {
    @ParameterizedTest
    @CsvSource({
        "new, NEW",
        "partially_filled, PARTIALLY_FILLED",
        "filled, FILLED",
        "done_for_day, DONE_FOR_DAY",
        "canceled, CANCELED",
        "expired, EXPIRED",
        "replaced, REPLACED",
        "pending_cancel, PENDING_CANCEL",
        "pending_replace, PENDING_REPLACE",
        "accepted, ACCEPTED",
        "pending_new, ACCEPTED",
        "accepted_for_bidding, ACCEPTED",
        "stopped, NEW",
        "rejected, REJECTED",
        "suspended, SUSPENDED",
        "calculated, DONE_FOR_DAY",
        "held, HELD"
    })
    void every_documented_status_is_mapped(String status, OrderStatus meaning) {
        assertThat(StatusMapper.read(status)).isEqualTo(new ReportedStatus.Known(status, meaning));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending_moon_phase", "NEW", "cancelled"})
    void an_unknown_status_is_kept(String status) {
        assertThat(StatusMapper.read(status)).isEqualTo(new ReportedStatus.Unrecognized(status));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                "a\u0000b",
                "x123456789x123456789x123456789x123456789x123456789x123456789x123456789"
            })
    void an_absent_or_malformed_status_is_unrecognized(@Nullable String status) {
        assertThat(StatusMapper.read(status)).isInstanceOf(ReportedStatus.Unrecognized.class);
    }
}
