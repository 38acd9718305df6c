package dev.lockstep.app.web.route;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.order.id.IdempotencyKey;
import java.util.List;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Under {@link KeyedLock} no two requests of one key overlap, in Lincheck's interleavings. */
@Tag("slow")
@Param(name = "key", gen = IntGen.class, conf = "0:1")
public class KeyedLockInterleavingsTest {
    private static final int ITERATIONS = 10;
    private static final int INVOCATIONS = 100;
    private static final List<IdempotencyKey> KEYS =
            List.of(new IdempotencyKey("a"), new IdempotencyKey("b"));

    private final KeyedLock lock = new KeyedLock();
    private final int[] requests = new int[KEYS.size()];

    @Operation
    public int request(@Param(name = "key") int key) throws InterruptedException {
        return lock.take(KEYS.get(key), () -> ++requests[key]);
    }

    @Test
    void interleavings_of_a_model_are_explained_by_an_order() {
        new ModelCheckingOptions()
                .iterations(ITERATIONS)
                .invocationsPerIteration(INVOCATIONS)
                .check(KeyedLockInterleavingsTest.class);
    }

    @Test
    void interleavings_of_real_threads_are_explained_by_an_order() {
        new StressOptions()
                .iterations(ITERATIONS)
                .invocationsPerIteration(INVOCATIONS)
                .check(KeyedLockInterleavingsTest.class);
    }

    @Test
    void requests_without_the_lock_overlap() {
        assertThatThrownBy(() ->
                        new ModelCheckingOptions()
                                .iterations(ITERATIONS)
                                .invocationsPerIteration(INVOCATIONS)
                                .check(Unlocked.class))
                .isInstanceOf(LincheckAssertionError.class);
    }

    /** The same without a lock. */
    public static class Unlocked {
        private int requests;

        @Operation
        public int request() {
            return ++requests;
        }
    }
}
