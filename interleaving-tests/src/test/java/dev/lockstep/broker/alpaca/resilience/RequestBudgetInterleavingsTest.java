package dev.lockstep.broker.alpaca.resilience;

import dev.lockstep.broker.alpaca.connection.Reply.RateLimit;
import java.time.Duration;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Concurrent uses of {@link RequestBudget} have the results of some order of these, in Lincheck's
 * interleavings. The clock stands still and nothing waits.
 */
@Tag("slow")
public class RequestBudgetInterleavingsTest {
    private static final int ITERATIONS = 10;
    private static final int INVOCATIONS = 100;

    private final RequestBudget budget = new RequestBudget(4, () -> 0, _ -> {});

    @Operation
    public boolean takeForRead() throws InterruptedException {
        return budget.take(Lane.READ, Duration.ZERO);
    }

    @Operation
    public boolean takeForSubmit() throws InterruptedException {
        return budget.take(Lane.SUBMIT, Duration.ZERO);
    }

    @Operation
    public boolean takeForCancel() throws InterruptedException {
        return budget.take(Lane.CANCEL, Duration.ZERO);
    }

    @Operation
    public void giveBack() {
        budget.giveBack();
    }

    @Operation
    public void oneLeft() {
        budget.update(new RateLimit(4, 1, null), false);
    }

    @Operation
    public long requestsLeft() {
        return budget.requestsLeft();
    }

    @Test
    void interleavings_of_a_model_are_explained_by_an_order() {
        new ModelCheckingOptions()
                .iterations(ITERATIONS)
                .invocationsPerIteration(INVOCATIONS)
                .check(RequestBudgetInterleavingsTest.class);
    }

    @Test
    void interleavings_of_real_threads_are_explained_by_an_order() {
        new StressOptions()
                .iterations(ITERATIONS)
                .invocationsPerIteration(INVOCATIONS)
                .check(RequestBudgetInterleavingsTest.class);
    }
}
