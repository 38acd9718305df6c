package dev.lockstep.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.port.broker.StreamStatus;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.port.store.LoopReport.GoodSync;
import dev.lockstep.domain.port.store.LoopReports;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of the trading loop's reports promises. */
public abstract class LoopReportsContract {
    private static final Instant NOW = SampleOrders.START;

    /** An empty store. */
    protected abstract LoopReports loopReports();

    @Test
    void before_the_first_report_there_is_none() {
        assertThat(loopReports().last()).isEmpty();
    }

    @Test
    void the_last_report_is_kept_as_it_was_written() {
        LoopReport good =
                new LoopReport(
                        "one",
                        NOW,
                        new GoodSync(NOW, Duration.ofNanos(1_234_567), 3),
                        NOW.plusSeconds(15),
                        "",
                        StreamStatus.State.LISTENING,
                        NOW.minusSeconds(9));
        LoopReport failed =
                new LoopReport(
                        "one",
                        NOW.plusSeconds(5),
                        null,
                        NOW.plusSeconds(15),
                        "the broker is down",
                        StreamStatus.State.CONNECTING,
                        NOW);

        loopReports().write(failed);
        assertThat(loopReports().last()).contains(failed);
        loopReports().write(good);
        assertThat(loopReports().last()).contains(good);
    }

    @Test
    void orders_are_fresh_until_the_next_sync_is_overdue() {
        LoopReport report =
                new LoopReport(
                        "one",
                        NOW,
                        new GoodSync(NOW, Duration.ZERO, 0),
                        NOW.plusSeconds(15),
                        "",
                        StreamStatus.State.LISTENING,
                        NOW);

        assertThat(report.fresh(NOW.plusSeconds(14))).isTrue();
        assertThat(report.fresh(NOW.plusSeconds(15))).isFalse();
    }
}
