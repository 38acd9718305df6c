package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Act;
import dev.lockstep.architecture.Hexagon;
import java.util.function.Predicate;

/**
 * Threads are handed in: nothing makes threads or borrows them from the common pool, but the places
 * that hand executors and thread factories in.
 *
 * <p>To ask a handed-in factory for threads, by itself or through a pool, is fine. Threads that a
 * library makes on its own account are not seen.
 */
public final class ThreadsAreHandedIn implements Law {
    private static final Predicate<JavaAccess<?>> THREADS =
            Calls.anyOf(
                    Calls.constructing("java.lang.Thread"),
                    Calls.of("java.lang.Thread", "ofVirtual", "ofPlatform", "startVirtualThread"),
                    Calls.constructing("java.util.Timer"),
                    Calls.of("java.lang.ref.Cleaner", "create"));

    /** A pool whose threads come from a factory makes none of its own. */
    private static final Predicate<JavaAccess<?>> POOLS =
            Calls.anyOf(
                            Calls.beginning("java.util.concurrent.Executors", "new"),
                            Calls.constructing("java.util.concurrent.ThreadPoolExecutor"),
                            Calls.constructing("java.util.concurrent.ForkJoinPool"),
                            Calls.of("java.util.concurrent.ForkJoinPool", "commonPool"),
                            Calls.of("java.util.concurrent.StructuredTaskScope", "open"))
                    .and(Calls.taking("java.util.concurrent.ThreadFactory").negate());

    private static final Predicate<JavaAccess<?>> BORROWED =
            Calls.anyOf(
                    Calls.of("java.util.Collection", "parallelStream"),
                    Calls.of("java.util.stream.BaseStream", "parallel"),
                    Calls.beginning("java.util.Arrays", "parallel"),
                    call ->
                            call.getTarget().getName().endsWith("Async")
                                    && Types.assignableTo(
                                                    "java.util.concurrent.CompletionStage",
                                                    "dev.failsafe.FailsafeExecutor")
                                            .test(call.getTargetOwner())
                                    && !Calls.taking("java.util.concurrent.Executor").test(call),
                    Calls.of("java.util.concurrent.CompletableFuture", "delayedExecutor")
                            .and(Calls.taking("java.util.concurrent.Executor").negate()));

    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(hexagon.notPermitted(Act.STARTS_THREADS))
                .should(Never.call("make threads", Calls.anyOf(THREADS, POOLS, BORROWED)))
                .because("who starts a thread names it, bounds it and ends it, in one place");
    }
}
