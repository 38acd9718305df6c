package dev.lockstep.benchmarks.persistence;

import dev.lockstep.benchmarks.measure.Finding;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Outcome;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.Range;
import dev.lockstep.domain.port.StoreMetrics;
import dev.lockstep.persistence.sqlite.lock.LockCounters;
import dev.lockstep.persistence.sqlite.lock.LockRetry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What the retry around a unit costs when nothing is locked: JMH calls it around work that does
 * nothing but count.
 *
 * @param millis how long each round lasts
 */
public record RetryWrapper(long millis) implements Part {
    private static final double MAX_NANOS = 1_000;
    private static final int WARM_UP_ROUNDS = 3;

    @Override
    public Outcome measure(int rounds) throws Exception {
        TimeValue time = TimeValue.milliseconds(millis);
        Options options =
                new OptionsBuilder()
                        .include(RetryWrapper.class.getName() + ".Wrapped.call")
                        .forks(0)
                        .verbosity(VerboseMode.SILENT)
                        .warmupIterations(WARM_UP_ROUNDS)
                        .warmupTime(time)
                        .measurementIterations(rounds)
                        .measurementTime(time)
                        .build();
        double[] nanos =
                new Runner(options)
                        .runSingle().getAggregatedResult().getIterationResults().stream()
                                .mapToDouble(round -> round.getPrimaryResult().getScore())
                                .toArray();
        return new Outcome(
                "retry",
                List.of(
                        new Finding(
                                "retry wrapper, nothing locked",
                                "ns",
                                Range.of(nanos),
                                new Goal.AtMost(MAX_NANOS))));
    }

    /** The wrapper with our usual deadline. */
    @State(Scope.Thread)
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public static class Wrapped {
        private final LockRetry retry =
                new LockRetry(
                        Duration.ofSeconds(30),
                        new LockCounters(StoreMetrics.NONE),
                        System::nanoTime);
        private long count;

        /** One call. */
        @Benchmark
        public long call() throws SQLException {
            return retry.call(() -> ++count);
        }
    }
}
