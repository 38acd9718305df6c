package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.lockstep.architecture.Hexagon;

/**
 * Rule: domain types are values: records, enums, sealed types and final classes, without setters
 * and without fields that other classes can write. Public types of the models have no mutable
 * fields at all; a package-private class of a model may accumulate a result step by step.
 *
 * <p>Only ports are interfaces that other packages may implement.
 */
public final class DomainTypesAreValues implements Law {
    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(hexagon.domainClasses())
                .should(new BeValues(hexagon))
                .because("an immutable value is thread-safe and comparable");
    }

    private static final class BeValues extends ArchCondition<JavaClass> {
        private final Hexagon hexagon;

        BeValues(Hexagon hexagon) {
            super("be values");
            this.hexagon = hexagon;
        }

        @Override
        public void check(JavaClass javaClass, ConditionEvents events) {
            if (open(javaClass)) {
                add(events, javaClass, javaClass.getDescription() + " can be extended");
            }
            javaClass.getMethods().stream()
                    .filter(BeValues::setter)
                    .forEach(method ->
                            add(events, javaClass, method.getDescription() + " is a setter"));
            javaClass.getFields().stream()
                    .filter(field -> writable(field, javaClass))
                    .forEach(field ->
                            add(events, javaClass, field.getDescription() + " can be written"));
        }

        private boolean open(JavaClass javaClass) {
            boolean closed =
                    javaClass.isRecord()
                            || javaClass.isEnum()
                            || javaClass.isSealed()
                            || javaClass.isAnonymousClass()
                            || javaClass.isAnnotation()
                            || javaClass.getSimpleName().equals("package-info")
                            || javaClass.getModifiers().contains(JavaModifier.FINAL)
                            || javaClass.getModifiers().contains(JavaModifier.SYNTHETIC);
            return !closed && !(javaClass.isInterface() && hexagon.inRing("port", javaClass));
        }

        private static boolean setter(JavaMethod method) {
            return method.getName().matches("set[A-Z].*");
        }

        private boolean writable(JavaField field, JavaClass javaClass) {
            return !field.getModifiers().contains(JavaModifier.FINAL)
                    && ((hexagon.inModels(javaClass)
                                    && javaClass.getModifiers().contains(JavaModifier.PUBLIC))
                            || !field.getModifiers().contains(JavaModifier.PRIVATE));
        }

        private static void add(ConditionEvents events, JavaClass javaClass, String what) {
            events.add(
                    SimpleConditionEvent.violated(
                            javaClass, what + " in " + javaClass.getSourceCodeLocation()));
        }
    }
}
