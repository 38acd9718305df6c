package dev.lockstep.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WaitNoticeTest {
    @Test
    void a_wait_is_reported_after_five_seconds_and_then_ever_less_often() {
        AtomicLong seconds = new AtomicLong();
        List<String> lines = new ArrayList<>();
        WaitNotice notice = new WaitNotice(() -> seconds.get() * 1_000_000_000, lines::add);
        for (int second = 0; second <= 200; second++) {
            seconds.set(second);
            notice.check(() -> "a request is in progress");
        }
        assertThat(lines)
                .containsExactly(
                        "waiting for the bot for 5 s: a request is in progress",
                        "waiting for the bot for 15 s: a request is in progress",
                        "waiting for the bot for 35 s: a request is in progress",
                        "waiting for the bot for 75 s: a request is in progress",
                        "waiting for the bot for 135 s: a request is in progress",
                        "waiting for the bot for 195 s: a request is in progress");
    }
}
