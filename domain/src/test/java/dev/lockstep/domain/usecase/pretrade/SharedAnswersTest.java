package dev.lockstep.domain.usecase.pretrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.risk.Observation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SharedAnswersTest {
    private static final Duration MAX_AGE = Duration.ofSeconds(5);

    private final TestClock clock = new TestClock();
    private final SharedAnswers<String, String> answers =
            new SharedAnswers<>(MAX_AGE, clock, this::answer);
    private Duration takes = Duration.ZERO;

    @Test
    void an_answer_is_known_until_it_reaches_its_maximum_age() {
        answers.asked("AAPL");

        clock.pass(MAX_AGE.minusSeconds(1));
        assertThat(known()).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(known()).isFalse();
    }

    @Test
    void an_answer_is_as_old_as_its_question() {
        takes = MAX_AGE;

        answers.asked("AAPL");

        assertThat(known()).isFalse();
    }

    @Test
    void an_old_answer_is_not_fresh_again_when_a_clock_that_was_set_back_reaches_its_time() {
        answers.asked("AAPL");

        clock.step(Duration.ofMinutes(-1));
        assertThat(known()).isFalse();
        clock.pass(Duration.ofMinutes(1).plusSeconds(1));
        assertThat(known()).isFalse();
    }

    @Test
    void an_answer_from_before_the_machine_was_suspended_is_outdated() {
        answers.asked("AAPL");

        clock.step(Duration.ofHours(1));

        assertThat(known()).isFalse();
    }

    private boolean known() {
        return answers.known("AAPL") instanceof Observation.Seen<String>;
    }

    private Observation<String> answer(String about) {
        Observation<String> answer = new Observation.Seen<>(about, clock.instant());
        clock.pass(takes);
        return answer;
    }
}
