package dev.lockstep.app.prove.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.prove.fuzz.generate.FuzzInput;
import dev.lockstep.app.prove.fuzz.parser.BrokenPropertyException;
import dev.lockstep.app.prove.fuzz.parser.FuzzTarget;
import dev.lockstep.app.prove.fuzz.parser.FuzzTargets;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Bugs that are planted into a parser are found, and replayed. */
class PlantedBugTest {
    private static final long SEED = 5;
    private static final int INPUTS = 300;

    @Test
    void a_parser_that_fails_on_some_inputs_is_found_and_replayed() throws InterruptedException {
        FuzzFinding found =
                only(
                        found((input, _) -> {
                            if (input.bytes()[0] > 100) {
                                throw new IllegalStateException("planted");
                            }
                            return true;
                        }));

        assertThat(found.error()).isEqualTo(IllegalStateException.class.getName());
        assertThat(found.message()).isEqualTo("planted");
        assertThat(found.times()).isGreaterThan(1);
        assertThat(Base64.getDecoder().decode(found.base64())[0]).isGreaterThan((byte) 100);
        assertThat(found.replayCommand())
                .isEqualTo(
                        "./lockstep prove fuzz --target rest --seed 5 --input " + found.number());
    }

    @Test
    void a_bug_that_depends_on_earlier_inputs_is_replayed_with_these() throws InterruptedException {
        Parser third =
                (_, number) -> {
                    if (number == 3) {
                        throw new BrokenPropertyException("the third input");
                    }
                    return true;
                };

        FuzzFinding found = only(found(third));

        assertThat(found.number()).isEqualTo(2);
        assertThat(only(replayed(third, 2)).base64()).isEqualTo(found.base64());
        assertThat(replayed(third, 1)).isEmpty();
    }

    @Test
    void a_permitted_refusal_is_no_finding() throws InterruptedException {
        FuzzRun.Result result =
                run(
                        batch((_, _) -> {
                            throw new InvalidValueException("qty", 0, "> 0");
                        }));

        assertThat(result.findings()).isEmpty();
        assertThat(result.counts().values())
                .extracting(TargetCounts::refused)
                .containsExactly(300L);
    }

    @Test
    void an_internal_error_that_is_logged_and_not_thrown_is_found() throws InterruptedException {
        FuzzFinding found =
                only(
                        found((_, _) -> {
                            LoggerFactory.getLogger(PlantedBugTest.class)
                                    .error(
                                            "internal error in {}",
                                            "it",
                                            new ArithmeticException("logged"));
                            return false;
                        }));

        assertThat(found.message()).isEqualTo("logged");
        assertThat(found.times()).isEqualTo(INPUTS);
    }

    @Test
    void a_finding_with_an_unpaired_surrogate_can_be_written() throws InterruptedException {
        FuzzFinding found =
                only(
                        found((_, _) -> {
                            throw new BrokenPropertyException("a\ud800b\0c\nd😀");
                        }));

        assertThat(found.message()).isEqualTo("a?b?c\nd😀");
    }

    @Test
    void an_endless_recursion_is_found() throws InterruptedException {
        FuzzFinding found = only(found((_, number) -> recursing(number, number) > 0));

        assertThat(found.error()).isEqualTo(StackOverflowError.class.getName());
    }

    @Test
    void an_error_of_the_jvm_is_found_and_ends_nothing() throws InterruptedException {
        FuzzFinding found =
                only(
                        found((_, _) -> {
                            throw new NoClassDefFoundError("planted");
                        }));

        assertThat(found.error()).isEqualTo(NoClassDefFoundError.class.getName());
        assertThat(found.times()).isEqualTo(INPUTS);
    }

    @Test
    void an_input_that_never_ends_is_found_and_ends_the_run() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        AtomicLong now = new AtomicLong();
        FuzzRun run =
                new FuzzRun(
                        Threads.named("planted-"),
                        1,
                        () -> now.addAndGet(FuzzWatch.MAX_TIME.toNanos()));
        FuzzFindings findings = new FuzzFindings(_ -> true);

        FuzzRun.Result result =
                run.run(
                        List.of(
                                batch((_, _) -> {
                                    release.await();
                                    return true;
                                })),
                        findings,
                        _ -> {});
        release.countDown();

        FuzzFinding found = only(result.findings());
        assertThat(found.error()).isEqualTo(HangException.class.getName());
        assertThat(found.number()).isZero();
    }

    private static long recursing(long depth, long other) {
        return depth == Long.MAX_VALUE ? other : recursing(depth + 1, other) + 1;
    }

    private static FuzzFinding only(List<FuzzFinding> findings) {
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private static List<FuzzFinding> found(Parser parser) throws InterruptedException {
        return run(batch(parser)).findings();
    }

    private static List<FuzzFinding> replayed(Parser parser, long number)
            throws InterruptedException {
        FuzzBatch whole = batch(parser);
        return new FuzzRun(Threads.named("planted-"), 1, System::nanoTime)
                .replay(new FuzzBatch(whole.target(), whole.opener(), SEED, 0, number + 1))
                .findings();
    }

    private static FuzzRun.Result run(FuzzBatch batch) throws InterruptedException {
        return new FuzzRun(Threads.named("planted-"), 1, System::nanoTime)
                .run(List.of(batch), new FuzzFindings(_ -> true), _ -> {});
    }

    private static FuzzBatch batch(Parser parser) {
        return new FuzzBatch(FuzzTargets.REST, () -> new Planted(parser), SEED, 0, INPUTS);
    }

    private interface Parser {
        /** Parses an input, the {@code number}th of this instance. */
        boolean accepts(FuzzInput input, int number) throws Exception;
    }

    private static final class Planted implements FuzzTarget {
        private final Parser parser;
        private int number;

        Planted(Parser parser) {
            this.parser = parser;
        }

        @Override
        public FuzzInput input(SplittableRandom random) {
            byte[] bytes = new byte[8];
            random.nextBytes(bytes);
            return new FuzzInput("planted", bytes);
        }

        @Override
        public boolean accepts(FuzzInput input) throws Exception {
            number++;
            return parser.accepts(input, number);
        }
    }
}
