package dev.lockstep.architecture.law;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.function.Predicate;

/** Which types a law is about. */
final class Types {
    private Types() {}

    /** These types and all below them. */
    static Predicate<JavaClass> assignableTo(String... names) {
        return javaClass -> Arrays.stream(names).anyMatch(javaClass::isAssignableTo);
    }

    /** All types of these packages and of the packages below them. */
    static Predicate<JavaClass> inPackages(String... names) {
        return javaClass ->
                Arrays.stream(names)
                        .anyMatch(
                                name -> (javaClass.getPackageName() + ".").startsWith(name + "."));
    }

    /** The dependencies on such types. */
    static Predicate<Dependency> target(Predicate<JavaClass> types) {
        return dependency -> types.test(dependency.getTargetClass());
    }
}
