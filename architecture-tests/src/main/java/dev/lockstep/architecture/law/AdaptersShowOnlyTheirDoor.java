package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.lockstep.architecture.Adapter;
import dev.lockstep.architecture.Hexagon;
import java.util.stream.Stream;

/**
 * Rule: adapters expose only their entry points. A public class of an adapter is a module, a
 * settings class, a named entry point, or is used by another package of the same adapter. Other
 * parts use entry points only.
 *
 * <p>Java has no visibility "public within the adapter", so this rule replaces it. A class also
 * counts as used elsewhere if only a public signature of its own package mentions it.
 */
public final class AdaptersShowOnlyTheirDoor implements Law {
    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(hexagon.classes())
                .should(
                        Never.depend(
                                "use a class of another part that is no entry point",
                                dependency -> bypassesEntryPoints(hexagon, dependency)))
                .andShould(new BeHiddenUnlessNeeded(hexagon))
                .because("a hidden class can be changed without affecting other parts");
    }

    private static boolean bypassesEntryPoints(Hexagon hexagon, Dependency dependency) {
        JavaClass target = dependency.getTargetClass();
        return hexagon.adapterOf(target)
                .filter(adapter -> !adapter.contains(dependency.getOriginClass()))
                .filter(adapter -> !adapter.entryPoint(target))
                .filter(_ -> !hexagon.shares(dependency.getOriginClass(), target))
                .isPresent();
    }

    private static final class BeHiddenUnlessNeeded extends ArchCondition<JavaClass> {
        private final Hexagon hexagon;

        BeHiddenUnlessNeeded(Hexagon hexagon) {
            super("be hidden unless another package needs them");
            this.hexagon = hexagon;
        }

        @Override
        public void check(JavaClass javaClass, ConditionEvents events) {
            boolean shown =
                    javaClass.isTopLevelClass()
                            && javaClass.getModifiers().contains(JavaModifier.PUBLIC)
                            && !hexagon.generated(javaClass);
            hexagon.adapterOf(javaClass)
                    .filter(adapter -> shown && !adapter.entryPoint(javaClass))
                    .filter(adapter -> !neededInside(adapter, javaClass))
                    .filter(_ -> hexagon.sharedOf(javaClass).isEmpty())
                    .ifPresent(adapter ->
                            events.add(
                                    SimpleConditionEvent.violated(
                                            javaClass,
                                            javaClass.getDescription()
                                                    + " is public but used in its own package only, in "
                                                    + javaClass.getSourceCodeLocation())));
        }

        /**
         * Returns whether another package of the adapter uses the class or a class nested in it.
         */
        private static boolean neededInside(Adapter adapter, JavaClass javaClass) {
            return javaClass.getPackage().getClasses().stream()
                            .filter(inside -> partOf(javaClass, inside))
                            .flatMap(inside -> inside.getDirectDependenciesToSelf().stream())
                            .map(Dependency::getOriginClass)
                            .anyMatch(user -> adapter.contains(user) && abroad(user, javaClass))
                    || javaClass.getPackage().getClasses().stream()
                            .filter(other -> !partOf(javaClass, other) && open(other))
                            .flatMap(other -> other.getMembers().stream())
                            .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                            .flatMap(BeHiddenUnlessNeeded::signature)
                            .anyMatch(type -> partOf(javaClass, type));
        }

        private static boolean abroad(JavaClass user, JavaClass javaClass) {
            return !user.getPackageName().equals(javaClass.getPackageName());
        }

        private static boolean partOf(JavaClass topLevel, JavaClass inside) {
            return Hexagon.topLevel(inside).equals(topLevel.getName());
        }

        private static boolean open(JavaClass javaClass) {
            return javaClass.getModifiers().contains(JavaModifier.PUBLIC);
        }

        private static Stream<JavaClass> signature(JavaMember member) {
            return switch (member) {
                case JavaField field -> field.getType().getAllInvolvedRawTypes().stream();
                case JavaCodeUnit unit ->
                        Stream.concat(
                                        Stream.of(unit.getReturnType()),
                                        unit.getParameterTypes().stream())
                                .flatMap(type -> type.getAllInvolvedRawTypes().stream());
                default -> Stream.of();
            };
        }
    }
}
