package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.lockstep.architecture.Hexagon;

/**
 * Rule: due times are monotonic. No class of the app has a mutable field of type {@code Instant},
 * and its web guards do not use a wall clock.
 *
 * <p>A mutable instant is a due time or the time of the last run; a final instant is a timestamp to
 * store or show. The rule does not detect instants in collections.
 */
public final class DueTimesAreMonotonic implements Law {
    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(hexagon.classes())
                .should(new NoChangingInstants(hexagon))
                .andShould(
                        Never.depend(
                                "use the wall clock in a guard",
                                dependency ->
                                        hexagon.inApp(dependency.getOriginClass())
                                                && Hexagon.inPackageNamed(
                                                        "guard", dependency.getOriginClass())
                                                && dependency
                                                        .getTargetClass()
                                                        .getName()
                                                        .equals("java.time.InstantSource")))
                .because("a wall clock that is set back delays a due time by hours");
    }

    private static final class NoChangingInstants extends ArchCondition<JavaClass> {
        private final Hexagon hexagon;

        NoChangingInstants(Hexagon hexagon) {
            super("have no mutable instant");
            this.hexagon = hexagon;
        }

        @Override
        public void check(JavaClass javaClass, ConditionEvents events) {
            if (!hexagon.inApp(javaClass)) {
                return;
            }
            javaClass.getFields().stream()
                    .filter(field -> field.getRawType().getName().equals("java.time.Instant"))
                    .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                    .map(JavaField::getDescription)
                    .forEach(field ->
                            events.add(
                                    SimpleConditionEvent.violated(
                                            javaClass,
                                            field
                                                    + " is mutable in "
                                                    + javaClass.getSourceCodeLocation())));
        }
    }
}
