package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.lockstep.architecture.Hexagon;

/**
 * Rule: packages are null-marked. Every package has the annotation {@code @NullMarked}, and no
 * class reverts it.
 */
public final class PackagesAreNullMarked implements Law {
    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(hexagon.writtenClasses())
                .should(new BeInNullMarkedPackages())
                .because("NullAway checks marked code only");
    }

    private static final class BeInNullMarkedPackages extends ArchCondition<JavaClass> {
        BeInNullMarkedPackages() {
            super("be in null-marked packages");
        }

        @Override
        public void check(JavaClass javaClass, ConditionEvents events) {
            boolean marked =
                    javaClass.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
            boolean unmarked = javaClass.isAnnotatedWith("org.jspecify.annotations.NullUnmarked");
            if (!marked || unmarked) {
                events.add(
                        SimpleConditionEvent.violated(
                                javaClass,
                                javaClass.getDescription()
                                        + " is not null-marked in "
                                        + javaClass.getSourceCodeLocation()));
            }
        }
    }
}
