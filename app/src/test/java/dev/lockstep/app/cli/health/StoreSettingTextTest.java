package dev.lockstep.app.cli.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.view.CellFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of the database as the doctor prints them. */
class StoreSettingTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    lock_deadline_millis | 30000 | lock deadline | 30s
                    busy_timeout         | 100   | busy timeout  | 100ms
                    fsync_median_micros  | 668   | fsync median  | 668us
                    wal_bytes            | 4096  | wal bytes     | 4096
                    journal_mode         | wal   | journal mode  | wal
                    instance_tag         | 4cZ   | instance tag  | 4cZ
                    lease_until          | 2026-01-05T14:30:00.123456789Z | lease until | 2026-01-05 14:30:00Z
                    """)
    void a_value_has_a_unit_and_a_time_no_nanoseconds(
            String name, String value, String label, String cell) {
        StoreSettingText setting = new StoreSettingText(name, value);

        assertThat(setting.label()).isEqualTo(label);
        assertThat(CellFormat.UTC.text(setting.cell())).isEqualTo(cell);
    }
}
