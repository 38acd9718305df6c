package dev.lockstep.architecture.law;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.function.Predicate;

/** Predicates for types. */
final class Types {
    private Types() {}

    /** Matches the types and their subtypes. */
    static Predicate<JavaClass> assignableTo(String... names) {
        return javaClass -> Arrays.stream(names).anyMatch(javaClass::isAssignableTo);
    }

    /** Matches the types of the packages and of their subpackages. */
    static Predicate<JavaClass> inPackages(String... names) {
        return javaClass ->
                Arrays.stream(names)
                        .anyMatch(
                                name -> (javaClass.getPackageName() + ".").startsWith(name + "."));
    }

    /** Matches the dependencies on matching types. */
    static Predicate<Dependency> target(Predicate<JavaClass> types) {
        return dependency -> types.test(dependency.getTargetClass());
    }
}
