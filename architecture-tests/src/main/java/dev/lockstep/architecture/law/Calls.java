package dev.lockstep.architecture.law;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Predicates for calls. Method references and accesses to fields count as calls. */
final class Calls {
    private Calls() {}

    /** Matches calls of the methods, or accesses to the fields, of a type or of its subtypes. */
    static Predicate<JavaAccess<?>> of(String type, String... names) {
        Set<String> expected = Set.of(names);
        return call ->
                expected.contains(call.getTarget().getName())
                        && call.getTargetOwner().isAssignableTo(type);
    }

    /** Matches calls of methods whose name has a prefix. */
    static Predicate<JavaAccess<?>> beginning(String type, String prefix) {
        return call ->
                call.getTarget().getName().startsWith(prefix)
                        && call.getTargetOwner().isAssignableTo(type);
    }

    /** Matches {@code new} of a type or of its subtypes. */
    static Predicate<JavaAccess<?>> constructing(String type) {
        return of(type, JavaConstructor.CONSTRUCTOR_NAME);
    }

    /** Returns whether the called method has no parameters. */
    static boolean withoutParameters(JavaAccess<?> call) {
        return parameters(call).isEmpty();
    }

    /** Matches calls of methods with a parameter of a matching type. */
    static Predicate<JavaAccess<?>> taking(Predicate<JavaClass> type) {
        return call -> parameters(call).stream().anyMatch(type);
    }

    /** Matches calls of methods with a parameter of one of these types or of their subtypes. */
    static Predicate<JavaAccess<?>> taking(String... types) {
        return taking(Types.assignableTo(types));
    }

    /** Matches calls that match any of the predicates. */
    @SafeVarargs
    static Predicate<JavaAccess<?>> anyOf(Predicate<JavaAccess<?>>... calls) {
        Predicate<JavaAccess<?>> any = _ -> false;
        for (Predicate<JavaAccess<?>> one : calls) {
            any = any.or(one);
        }
        return any;
    }

    private static List<JavaClass> parameters(JavaAccess<?> call) {
        return call.getTarget() instanceof CodeUnitAccessTarget target
                ? target.getRawParameterTypes()
                : List.of();
    }
}
