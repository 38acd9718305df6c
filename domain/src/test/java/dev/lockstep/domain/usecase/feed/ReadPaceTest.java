package dev.lockstep.domain.usecase.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadPaceTest {
    private static final Duration INTERVAL = Duration.ofMillis(150);

    private final ReadPace pace = new ReadPace(INTERVAL);

    @Test
    void without_hints_a_read_follows_each_interval() {
        assertThat(latest(pace.after(0, false, false), 0)).isEqualTo(INTERVAL);
        assertThat(latest(pace.after(nanos(150), true, false), nanos(150))).isEqualTo(INTERVAL);
    }

    @Test
    void a_hint_after_a_quiet_time_causes_a_read_at_once() {
        ReadPace.Due due = pace.after(0, false, false);

        assertThat(Duration.ofNanos(due.hintedNanos())).isEqualTo(ReadPace.MIN_GAP);
    }

    @Test
    void hints_without_end_cause_no_more_reads_than_the_interval_does() {
        Duration span = Duration.ofMinutes(1);
        long now = 0;
        int reads = 0;
        while (now < span.toNanos()) {
            now = pace.after(now, true, true).hintedNanos();
            reads++;
        }

        assertThat(reads)
                .isLessThanOrEqualTo((int) span.dividedBy(INTERVAL) + ReadPace.MAX_SAVED_READS + 1);
    }

    @Test
    void while_hints_announce_what_is_found_reads_without_a_hint_become_fewer() {
        ReadPace.Due due = pace.after(0, true, true);

        assertThat(latest(due, 0)).isEqualTo(ReadPace.HINTED_INTERVAL);
        assertThat(latest(pace.after(nanos(500), false, false), nanos(500)))
                .isEqualTo(ReadPace.HINTED_INTERVAL);
    }

    @Test
    void a_find_that_no_hint_announced_brings_the_interval_back_until_the_next_hint() {
        pace.after(0, true, true);

        assertThat(latest(pace.after(nanos(500), true, false), nanos(500))).isEqualTo(INTERVAL);
        assertThat(latest(pace.after(nanos(650), false, false), nanos(650))).isEqualTo(INTERVAL);
        assertThat(latest(pace.after(nanos(700), true, true), nanos(700)))
                .isEqualTo(ReadPace.HINTED_INTERVAL);
    }

    @Test
    void lost_hints_bring_the_interval_back() {
        pace.after(0, true, true);
        pace.distrust();

        assertThat(latest(pace.after(nanos(500), false, false), nanos(500))).isEqualTo(INTERVAL);
    }

    @Test
    void an_interval_is_not_shorter_than_the_gap() {
        assertThatThrownBy(() -> new ReadPace(Duration.ofMillis(9)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("interval");
    }

    private static Duration latest(ReadPace.Due due, long nowNanos) {
        return Duration.ofNanos(due.latestNanos() - nowNanos);
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
