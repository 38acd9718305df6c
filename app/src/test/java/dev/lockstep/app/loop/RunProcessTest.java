package dev.lockstep.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.contracts.Eventually;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Real processes that run the loop, die, sleep and take it over. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("slow")
class RunProcessTest {
    private static final String SYNCED = "sync: ";

    /** Shorter than the time for which a loop that runs may hold its process back. */
    private static final long NOTHING_TO_END_SECONDS = 15;

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
    void a_running_loop_hears_of_fills_and_ends_cleanly_on_a_signal() throws Exception {
        Process one = lockstep.run("one");
        lockstep.await("one", SYNCED);
        JsonNode sent =
                lockstep.answer(
                        "order", "submit", "--symbol", "AAPL", "--side", "buy", "--qty", "3");
        String id = sent.path("order").path("id").asText();
        lockstep.await("one", "order " + id + " AAPL is filled, 3 traded");

        one.destroy();

        assertThat(one.waitFor(RunningLockstep.BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(lockstep.said("one"))
                .contains("stopped; another process can take over the trading loop");
        JsonNode health = lockstep.answer("health");
        assertThat(health.path("loopOwner").isNull()).isTrue();
        assertThat(health.path("lastSync").path("goodAt").asText()).isNotEmpty();
    }

    @Test
    void when_the_owner_is_killed_the_one_that_stands_by_takes_over() throws Exception {
        Process one = lockstep.run("one");
        lockstep.await("one", SYNCED);
        lockstep.standBy("two");

        one.destroyForcibly();

        lockstep.await("two", "runs the loop (epoch 2)");
        lockstep.await("two", SYNCED);
    }

    @Test
    void an_owner_that_slept_is_replaced_writes_nothing_when_it_wakes_and_stands_by()
            throws Exception {
        Process one = lockstep.run("one");
        lockstep.await("one", SYNCED);
        Process two = lockstep.standBy("two");

        RunningLockstep.signal(one, "STOP");
        lockstep.await("two", "runs the loop (epoch 2)");
        lockstep.await("two", SYNCED);
        RunningLockstep.signal(one, "CONT");
        lockstep.await("one", "standing by");

        assertThat(lockstep.said("one")).contains("runs the loop (epoch 1)");
        assertThat(lockstep.said("one")).doesNotContain("epoch 3");
        JsonNode health = lockstep.answer("health");
        assertThat(health.path("loopOwner").asText()).contains(" " + two.pid() + "-");
        assertThat(health.path("lastSync").path("owner").asText()).contains(" " + two.pid() + "-");
    }

    @Test
    void a_simulator_that_ends_is_started_again_at_its_port_and_trading_goes_on() throws Exception {
        lockstep.run("one");
        lockstep.await("one", SYNCED);

        lockstep.simulator().close();

        lockstep.await("one", "the simulator has ended and is started again");
        // Until the loop has synced, new risk is refused.
        Eventually.within(RunningLockstep.BOUND, "an order is filled", this::isFilled);
        assertThat(lockstep.said("one")).doesNotContain("another port");
    }

    @Test
    void a_run_that_is_refused_ends_without_waiting_for_a_loop_that_never_began() throws Exception {
        Process refused = lockstep.start("one", "run", "--port", "99999");
        lockstep.await("one", "port: 99999");

        assertThat(refused.waitFor(NOTHING_TO_END_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(refused.exitValue()).isEqualTo(2);
    }

    private boolean isFilled() {
        JsonNode sent =
                lockstep.answer(
                        "order", "submit", "--symbol", "AAPL", "--side", "buy", "--qty", "3");
        String id = sent.path("order").path("id").asText();
        return lockstep.answer("order", "show", id).path("status").asText().equals("filled");
    }
}
