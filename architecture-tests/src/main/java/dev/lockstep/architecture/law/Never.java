package dev.lockstep.architecture.law;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/**
 * Condition of most rules: a class never performs a given operation. Each occurrence is reported.
 *
 * <p>ArchUnit reports the element type of an array as well as the array, so the array itself is
 * ignored.
 */
final class Never extends ArchCondition<JavaClass> {
    private final Predicate<JavaAccess<?>> calls;
    private final Predicate<Dependency> dependencies;

    private Never(String what, Predicate<JavaAccess<?>> calls, Predicate<Dependency> dependencies) {
        super("never " + what);
        this.calls = calls;
        this.dependencies = dependencies;
    }

    /** Forbids calls, including method references and calls in lambdas. */
    static Never call(String what, Predicate<JavaAccess<?>> calls) {
        return new Never(what, calls, _ -> false);
    }

    /** Forbids dependencies on other classes. */
    static Never depend(String what, Predicate<Dependency> dependencies) {
        return new Never(what, _ -> false, dependencies);
    }

    /** Forbids any use of the types. */
    static Never mention(String what, Predicate<JavaClass> types) {
        return depend(what, Types.target(types));
    }

    /** Forbids calls and any use of types. */
    static Never callOrMention(
            String what, Predicate<JavaAccess<?>> calls, Predicate<JavaClass> types) {
        return callOrDepend(what, calls, Types.target(types));
    }

    /** Forbids calls and dependencies on other classes. */
    static Never callOrDepend(
            String what, Predicate<JavaAccess<?>> calls, Predicate<Dependency> dependencies) {
        return new Never(what, calls, dependencies);
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
        javaClass.getAccessesFromSelf().stream()
                .filter(calls)
                .forEach(call ->
                        events.add(
                                SimpleConditionEvent.violated(javaClass, call.getDescription())));
        javaClass.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> !dependency.getTargetClass().isArray())
                .filter(dependencies)
                .forEach(dependency ->
                        events.add(
                                SimpleConditionEvent.violated(
                                        javaClass, dependency.getDescription())));
    }
}
