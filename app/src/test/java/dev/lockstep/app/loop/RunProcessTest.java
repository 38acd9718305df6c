package dev.lockstep.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.domain.port.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that run the loop, die, sleep and take it over. */
class RunProcessTest {
    @TempDir private Path temp;
    private RunningLockstep lockstep;

    @BeforeEach
    void open() {
        lockstep = new RunningLockstep(temp);
    }

    @AfterEach
    void close() {
        lockstep.close();
    }

    @Test
    void a_running_loop_is_healthy_hears_of_fills_and_ends_cleanly_on_a_signal() throws Exception {
        Process one = lockstep.run("one");
        awaitHealthy();
        JsonNode sent =
                lockstep.answer(
                        "order", "submit", "--symbol", "AAPL", "--side", "buy", "--qty", "3");
        String id = sent.path("order").path("id").asText();
        awaitStatus(id, "FILLED");

        one.destroy();

        assertThat(one.waitFor(RunningLockstep.BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(lockstep.said("one")).contains("ended; the loop is free");
        JsonNode health = lockstep.answer("health");
        assertThat(health.path("loopOwner").isNull()).isTrue();
        assertThat(health.path("lastSync").path("goodAt").asText()).isNotEmpty();
    }

    @Test
    void when_the_owner_is_killed_the_one_that_stands_by_takes_over() throws Exception {
        Process one = lockstep.run("one");
        awaitHealthy();
        lockstep.standBy("two");

        one.destroyForcibly();

        lockstep.await("two", "runs the loop (epoch 2)");
        awaitHealthy();
    }

    @Test
    void an_owner_that_slept_is_replaced_writes_nothing_when_it_wakes_and_stands_by()
            throws Exception {
        Process one = lockstep.run("one");
        awaitHealthy();
        Process two = lockstep.standBy("two");

        RunningLockstep.signal(one, "STOP");
        lockstep.await("two", "runs the loop (epoch 2)");
        awaitSyncOf(two);
        RunningLockstep.signal(one, "CONT");
        lockstep.await("one", "standing by");
        // Until now the sleeper held the one stream that the broker allows.
        awaitHealthy();

        assertThat(lockstep.said("one")).contains("runs the loop (epoch 1)");
        assertThat(lockstep.said("one")).doesNotContain("epoch 3");
        JsonNode health = lockstep.answer("health");
        assertThat(health.path("loopOwner").asText()).contains(" " + two.pid() + "-");
        assertThat(health.path("lastSync").path("owner").asText()).contains(" " + two.pid() + "-");
    }

    private void awaitHealthy() {
        awaitAnswer("healthy", true, "health");
    }

    private void awaitSyncOf(Process owner) {
        Eventually.within(
                RunningLockstep.BOUND,
                "a fresh sync of " + owner.pid(),
                () -> {
                    JsonNode health = answer("health");
                    return health.path("fresh").asBoolean()
                            && health.path("lastSync")
                                    .path("owner")
                                    .asText()
                                    .contains(" " + owner.pid() + "-");
                });
    }

    private void awaitStatus(String id, String status) {
        Eventually.within(
                RunningLockstep.BOUND,
                id + " is " + status,
                () -> answer("order", "show", id).toString().contains(status));
    }

    private void awaitAnswer(String field, boolean value, String... command) {
        Eventually.within(
                RunningLockstep.BOUND,
                field + " is " + value,
                () -> answer(command).path(field).asBoolean() == value);
    }

    private JsonNode answer(String... command) {
        try {
            return lockstep.answer(command);
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
