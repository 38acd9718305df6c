package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.lockstep.architecture.Hexagon;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rule: money is exact. The domain has no {@code double} and no {@code float}, and no code creates
 * a decimal from one.
 *
 * <p>The rule covers fields, parameters, results, type arguments and calls. It does not detect a
 * local variable that appears in none of them.
 */
public final class MoneyIsExact implements Law {
    private static final Set<String> INEXACT =
            Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private static final Predicate<JavaAccess<?>> DECIMAL_OF_DOUBLE =
            Calls.anyOf(
                            Calls.constructing("java.math.BigDecimal"),
                            Calls.of("java.math.BigDecimal", "valueOf"))
                    .and(Calls.taking(MoneyIsExact::inexact));

    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(hexagon.classes())
                .should(
                        Never.call(
                                "create a decimal from a double, nor use one in the domain",
                                call ->
                                        DECIMAL_OF_DOUBLE.test(call)
                                                || (hexagon.inDomain(call.getOriginOwner())
                                                        && inexact(call))))
                .andShould(new ExactSignatures(hexagon))
                .because("0.1 + 0.2 is not 0.3 in a double, and a fill is money");
    }

    private static boolean inexact(JavaAccess<?> call) {
        return call.getTarget() instanceof CodeUnitAccessTarget target
                && (inexact(target.getRawReturnType())
                        || target.getRawParameterTypes().stream().anyMatch(MoneyIsExact::inexact));
    }

    private static boolean inexact(JavaClass type) {
        return INEXACT.contains(type.getBaseComponentType().getName());
    }

    private static boolean mentionsInexact(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().anyMatch(MoneyIsExact::inexact);
    }

    /** Condition that no field, parameter or result in the domain is inexact. */
    private static final class ExactSignatures extends ArchCondition<JavaClass> {
        private final Hexagon hexagon;

        ExactSignatures(Hexagon hexagon) {
            super("have exact fields, parameters and results in the domain");
            this.hexagon = hexagon;
        }

        @Override
        public void check(JavaClass javaClass, ConditionEvents events) {
            if (!hexagon.inDomain(javaClass)) {
                return;
            }
            javaClass.getFields().stream()
                    .filter(field -> mentionsInexact(field.getType()))
                    .map(JavaField::getDescription)
                    .forEach(field -> add(events, javaClass, field));
            javaClass.getCodeUnits().stream()
                    .filter(unit ->
                            mentionsInexact(unit.getReturnType())
                                    || unit.getParameterTypes().stream()
                                            .anyMatch(MoneyIsExact::mentionsInexact))
                    .map(JavaCodeUnit::getDescription)
                    .forEach(unit -> add(events, javaClass, unit));
        }

        private static void add(ConditionEvents events, JavaClass javaClass, String member) {
            events.add(
                    SimpleConditionEvent.violated(
                            javaClass,
                            member + " is inexact in " + javaClass.getSourceCodeLocation()));
        }
    }
}
