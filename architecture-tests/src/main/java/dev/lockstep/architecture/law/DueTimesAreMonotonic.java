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
 * Due times are monotonic: no class of the app keeps an {@code Instant} that changes, and its web
 * guards know no wall clock at all.
 *
 * <p>A changing instant is a due time or the time of the last run. Instants that are final fields
 * are timestamps to store or to show. Instants in collections are not seen.
 */
public final class DueTimesAreMonotonic implements Law {
    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(hexagon.classes())
                .should(new NoChangingInstants(hexagon))
                .andShould(
                        Never.depend(
                                "know the wall clock in a guard",
                                dependency ->
                                        hexagon.inApp(dependency.getOriginClass())
                                                && Hexagon.inPackageNamed(
                                                        "guard", dependency.getOriginClass())
                                                && dependency
                                                        .getTargetClass()
                                                        .getName()
                                                        .equals("java.time.InstantSource")))
                .because("a wall clock that is set back makes a due time wait for hours");
    }

    private static final class NoChangingInstants extends ArchCondition<JavaClass> {
        private final Hexagon hexagon;

        NoChangingInstants(Hexagon hexagon) {
            super("keep no instant that changes");
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
                                                    + " changes in "
                                                    + javaClass.getSourceCodeLocation())));
        }
    }
}
