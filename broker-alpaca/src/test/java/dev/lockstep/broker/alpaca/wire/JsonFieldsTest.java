package dev.lockstep.broker.alpaca.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.broker.alpaca.wire.json.JsonFields;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are read in every form of ISO 8601 that names an instant. */
class JsonFieldsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-05T14:30:00Z,           2026-01-05T14:30:00Z",
        "2026-01-05T14:30:00.5Z,         2026-01-05T14:30:00.5Z",
        "2026-01-05T14:30:00.123456789Z, 2026-01-05T14:30:00.123456789Z",
        "2026-01-05T09:30:00.1-05:00,    2026-01-05T14:30:00.1Z",
        "2026-01-05T20:15:00+05:45,      2026-01-05T14:30:00Z",
        "2026-01-05t14:30:00z,           2026-01-05T14:30:00Z",
        "2026-01-05T14:30+00:00,         2026-01-05T14:30:00Z",
        "2026-01-05T14:30:10+00:00:10,   2026-01-05T14:30:00Z",
    })
    void a_time_is_read(String text, Instant time) throws UnreadableException {
        assertThat(JsonFields.time("submitted_at", text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-02-30T14:30:00Z",
                "2026-01-05T14:30:00",
                "2026-01-05T25:30:00Z",
                "2026-01-05T14:30:00Z or so",
                "1767623400",
            })
    void what_is_no_instant_is_named(String text) {
        assertThatThrownBy(() -> JsonFields.time("submitted_at", text))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("submitted_at is not a timestamp: " + text);
    }
}
