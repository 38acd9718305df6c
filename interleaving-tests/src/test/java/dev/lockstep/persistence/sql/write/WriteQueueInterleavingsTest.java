package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.persistence.sql.lock.Deadline;
import java.time.Duration;
import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Concurrent uses of {@link WriteQueue} have the results of some order of these, in Lincheck's
 * interleavings: no write is lost, taken twice, or taken out of turn. A full queue refuses at once.
 */
@Tag("slow")
@Param(name = "write", gen = IntGen.class, conf = "0:2")
public class WriteQueueInterleavingsTest {
    private static final int ITERATIONS = 10;
    private static final int INVOCATIONS = 100;
    private static final int CAPACITY = 2;

    private final WriteQueue queue = new WriteQueue(CAPACITY);
    private final List<PendingWrite<Integer>> writes = List.of(write(0), write(1), write(2));

    private static PendingWrite<Integer> write(int number) {
        return new PendingWrite<>(_ -> number);
    }

    @Operation
    public String add(@Param(name = "write") int number) {
        try {
            queue.add(writes.get(number), Deadline.in(Duration.ZERO, () -> 0));
            return "added";
        } catch (RepositoryException refused) {
            return refused.reason().name();
        }
    }

    @Operation
    public void remove(@Param(name = "write") int number) {
        queue.remove(writes.get(number));
    }

    @Operation
    public List<Integer> take() {
        return queue.take().stream().map(writes::indexOf).toList();
    }

    @Operation
    public int size() {
        return queue.size();
    }

    @Operation
    public void close() {
        queue.close();
    }

    @Test
    void interleavings_of_a_model_are_explained_by_an_order() {
        new ModelCheckingOptions()
                .iterations(ITERATIONS)
                .invocationsPerIteration(INVOCATIONS)
                .check(WriteQueueInterleavingsTest.class);
    }

    @Test
    void interleavings_of_real_threads_are_explained_by_an_order() {
        new StressOptions()
                .iterations(ITERATIONS)
                .invocationsPerIteration(INVOCATIONS)
                .check(WriteQueueInterleavingsTest.class);
    }
}
