package dev.lockstep.app.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveReadWatchTest {
    private final TestClock clock = new TestClock();
    private final LiveReadWatch watch = new LiveReadWatch(clock);

    @Test
    void nothing_is_reported_while_the_store_answers() {
        watch.begins();
        clock.pass(Duration.ofSeconds(1));
        assertThat(watch.next()).isEmpty();
        watch.answered();
        clock.pass(Duration.ofMinutes(1));
        assertThat(watch.next()).isEmpty();
    }

    @Test
    void a_failure_is_reported_with_its_text_and_time_and_repeated_until_the_store_answers() {
        watch.begins();
        watch.failed("no connection to db1:5432");
        String since = "\"since\":\"" + clock.instant() + "\"";

        assertThat(text(watch.next()))
                .contains("event: store\n", "\"away\":true", "no connection to db1:5432", since);
        clock.pass(Duration.ofMillis(4_999));
        assertThat(watch.next()).isEmpty();
        clock.pass(Duration.ofMillis(1));
        watch.begins();
        watch.failed("no connection to db1:5432");
        assertThat(text(watch.next())).contains("\"away\":true", since);
        watch.begins();
        watch.answered();
        assertThat(text(watch.next())).contains("\"away\":false");
        assertThat(watch.next()).isEmpty();
    }

    @Test
    void another_text_is_reported_at_once() {
        watch.begins();
        watch.failed("the connection was reset");
        text(watch.next());
        watch.begins();
        watch.failed("no connection to db1:5432");

        assertThat(text(watch.next())).contains("no connection to db1:5432");
        assertThat(watch.next()).isEmpty();
    }

    @Test
    void only_the_first_failure_of_several_is_news() {
        watch.begins();
        assertThat(watch.failed("gone")).isTrue();
        watch.begins();
        assertThat(watch.failed("still gone")).isFalse();
        watch.begins();
        watch.answered();
        watch.begins();
        assertThat(watch.failed("gone again")).isTrue();
    }

    @Test
    void a_read_that_hangs_is_reported_before_it_ends() {
        String begun = clock.instant().toString();
        watch.begins();
        clock.pass(Duration.ofMillis(5_001));

        assertThat(text(watch.next())).contains("\"away\":true", begun, "5 s");
        watch.answered();
        assertThat(text(watch.next())).contains("\"away\":false");
    }

    private static String text(List<SseEvent> events) {
        assertThat(events).hasSize(1);
        return new String(events.getFirst().bytes(), StandardCharsets.UTF_8);
    }
}
