package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Act;
import dev.lockstep.architecture.Hexagon;
import java.util.function.Predicate;

/**
 * Rule: threads are injected. No code creates threads or uses the common pool, except the places
 * that inject executors and thread factories.
 *
 * <p>Code may create threads through an injected factory, directly or in a pool. The rule does not
 * detect threads that a library creates internally.
 */
public final class ThreadsAreHandedIn implements Law {
    private static final Predicate<JavaAccess<?>> THREADS =
            Calls.anyOf(
                    Calls.constructing("java.lang.Thread"),
                    Calls.of("java.lang.Thread", "ofVirtual", "ofPlatform", "startVirtualThread"),
                    Calls.constructing("java.util.Timer"),
                    Calls.of("java.lang.ref.Cleaner", "create"));

    /** Constructors of pools that create their own threads, as opposed to taking a factory. */
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
                .should(Never.call("create threads", Calls.anyOf(THREADS, POOLS, BORROWED)))
                .because("each thread needs a name, a bound and an end, all defined in one place");
    }
}
