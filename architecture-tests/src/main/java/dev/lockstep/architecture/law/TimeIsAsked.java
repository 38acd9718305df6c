package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Act;
import dev.lockstep.architecture.Hexagon;
import java.util.function.Predicate;

/**
 * Rule: time and randomness are injected. No code reads a clock, sleeps or draws randomness, except
 * the places that inject clocks and generators.
 *
 * <p>The nanosecond counter has its own permits, since it gives no time of day. A generator created
 * from a seed is allowed, since the seed was injected. Bounded waits for a condition, a queue or a
 * future are not sleep. The rule does not detect randomness that a library draws internally
 * (Failsafe's jitter).
 */
public final class TimeIsAsked implements Law {
    private static final Predicate<JavaAccess<?>> TIME =
            Calls.anyOf(
                    call ->
                            call.getTarget().getName().equals("now")
                                    && Types.inPackages("java.time").test(call.getTargetOwner())
                                    && !Calls.taking("java.time.Clock").test(call),
                    Calls.beginning("java.time.Clock", "system"),
                    Calls.of("java.time.Clock", "tickMillis", "tickSeconds", "tickMinutes"),
                    Calls.of("java.time.InstantSource", "system"),
                    Calls.of("java.lang.System", "currentTimeMillis"),
                    Calls.constructing("java.util.Date").and(Calls::withoutParameters),
                    Calls.of("java.util.Calendar", "getInstance"),
                    Calls.constructing("java.util.GregorianCalendar").and(Calls::withoutParameters),
                    Calls.of("java.lang.Thread", "sleep"),
                    Calls.of("java.util.concurrent.TimeUnit", "sleep"),
                    Calls.of("java.util.concurrent.locks.LockSupport", "parkNanos", "parkUntil"));

    private static final Predicate<JavaAccess<?>> NANOS = Calls.of("java.lang.System", "nanoTime");

    private static final Predicate<JavaAccess<?>> RANDOMNESS =
            Calls.anyOf(
                    Calls.of("java.util.UUID", "randomUUID"),
                    Calls.of("java.lang.Math", "random"),
                    Calls.of("java.lang.StrictMath", "random"),
                    Calls.of("java.util.concurrent.ThreadLocalRandom", "current"),
                    Calls.of("java.security.SecureRandom", "getInstance", "getInstanceStrong"),
                    Calls.constructing("java.util.random.RandomGenerator")
                            .and(Calls::withoutParameters),
                    Calls.of("java.util.random.RandomGenerator", "of", "getDefault"),
                    Calls.of("java.util.random.RandomGeneratorFactory", "create")
                            .and(Calls::withoutParameters),
                    Calls.of("java.util.Collections", "shuffle")
                            .and(Calls.taking("java.util.random.RandomGenerator").negate()));

    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(hexagon.classes())
                .should(
                        Never.call(
                                "use time or randomness without a permit",
                                call -> unpermitted(hexagon, call)))
                .because("a run must be reproducible from its seed and its clock");
    }

    private static boolean unpermitted(Hexagon hexagon, JavaAccess<?> call) {
        return (TIME.test(call) && without(Act.READS_CLOCK, hexagon, call))
                || (NANOS.test(call) && without(Act.MEASURES_TIME, hexagon, call))
                || (RANDOMNESS.test(call) && without(Act.DRAWS_RANDOMNESS, hexagon, call));
    }

    private static boolean without(Act act, Hexagon hexagon, JavaAccess<?> call) {
        return hexagon.notPermitted(act).test(call.getOriginOwner());
    }
}
