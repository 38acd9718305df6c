package dev.lockstep.architecture.law;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/**
 * The condition of most laws: a class never does something; each place where it does is told.
 *
 * <p>ArchUnit tells of an array's elements beside the array, so the array itself is left out.
 */
final class Never extends ArchCondition<JavaClass> {
    private final Predicate<JavaAccess<?>> calls;
    private final Predicate<Dependency> dependencies;

    private Never(String what, Predicate<JavaAccess<?>> calls, Predicate<Dependency> dependencies) {
        super("never " + what);
        this.calls = calls;
        this.dependencies = dependencies;
    }

    /** Never makes one of these calls, directly, by method reference or in a lambda. */
    static Never call(String what, Predicate<JavaAccess<?>> calls) {
        return new Never(what, calls, _ -> false);
    }

    /** Never mentions another class in one of these ways. */
    static Never depend(String what, Predicate<Dependency> dependencies) {
        return new Never(what, _ -> false, dependencies);
    }

    /** Never mentions one of these types, in whatever way. */
    static Never mention(String what, Predicate<JavaClass> types) {
        return depend(what, Types.target(types));
    }

    /** Never makes one of these calls nor mentions one of these types. */
    static Never callOrMention(
            String what, Predicate<JavaAccess<?>> calls, Predicate<JavaClass> types) {
        return callOrDepend(what, calls, Types.target(types));
    }

    /** Never makes one of these calls nor mentions another class in one of these ways. */
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
