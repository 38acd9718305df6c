package dev.lockstep.architecture.law;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which calls a law is about; a method reference is a call, and so is the use of a field. */
final class Calls {
    private Calls() {}

    /** Calls of these methods, or uses of these fields, of a type or of any type below it. */
    static Predicate<JavaAccess<?>> of(String type, String... names) {
        Set<String> wanted = Set.of(names);
        return call ->
                wanted.contains(call.getTarget().getName())
                        && call.getTargetOwner().isAssignableTo(type);
    }

    /** Calls of methods whose name begins so. */
    static Predicate<JavaAccess<?>> beginning(String type, String prefix) {
        return call ->
                call.getTarget().getName().startsWith(prefix)
                        && call.getTargetOwner().isAssignableTo(type);
    }

    /** Every {@code new} of a type or of any type below it. */
    static Predicate<JavaAccess<?>> constructing(String type) {
        return of(type, JavaConstructor.CONSTRUCTOR_NAME);
    }

    /** Calls of something with no parameter at all. */
    static boolean withoutParameters(JavaAccess<?> call) {
        return parameters(call).isEmpty();
    }

    /** Calls of something that has a parameter of such a type. */
    static Predicate<JavaAccess<?>> taking(Predicate<JavaClass> type) {
        return call -> parameters(call).stream().anyMatch(type);
    }

    /** Calls of something that has a parameter of one of these types or of a type below it. */
    static Predicate<JavaAccess<?>> taking(String... types) {
        return taking(Types.assignableTo(types));
    }

    /** All calls that one of the predicates is for. */
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
