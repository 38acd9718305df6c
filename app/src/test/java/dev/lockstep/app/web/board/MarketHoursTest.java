package dev.lockstep.app.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.TestClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarketHoursTest {
    @ParameterizedTest
    @ValueSource(longs = {-3_600, 0, 3_600})
    void the_broker_is_asked_every_five_seconds_whatever_the_wall_clock_says(long seconds) {
        TestClock clock = new TestClock();
        AtomicInteger asked = new AtomicInteger();
        MarketHours hours =
                new MarketHours(
                        new FakeBroker(),
                        clock,
                        task -> {
                            asked.incrementAndGet();
                            task.run();
                        });
        hours.last();
        clock.step(Duration.ofSeconds(seconds));

        hours.last();
        assertThat(asked).hasValue(1);
        clock.pass(Duration.ofSeconds(5));
        hours.last();
        assertThat(asked).hasValue(2);
    }
}
