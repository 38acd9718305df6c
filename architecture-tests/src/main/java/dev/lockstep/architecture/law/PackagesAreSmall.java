package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.lockstep.architecture.Hexagon;
import java.util.List;

/** Rule: packages are small. No package has more than 25 classes of its own, nested ones aside. */
public final class PackagesAreSmall implements Law {
    /** More names than a reader keeps in mind while looking for one. */
    private static final int MAX_CLASSES = 25;

    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(hexagon.writtenClasses())
                .should(new BeInSmallPackages())
                .because("a package is found by its name only if its name says what is in it");
    }

    private static final class BeInSmallPackages extends ArchCondition<JavaClass> {
        BeInSmallPackages() {
            super("be in packages of at most " + MAX_CLASSES + " classes");
        }

        @Override
        public void check(JavaClass javaClass, ConditionEvents events) {
            List<String> names =
                    javaClass.getPackage().getClasses().stream()
                            .filter(each -> each.isTopLevelClass() && !each.isArray())
                            .map(JavaClass::getName)
                            .filter(name -> !name.endsWith("package-info"))
                            .sorted()
                            .toList();
            if (names.indexOf(javaClass.getName()) >= MAX_CLASSES) {
                events.add(
                        SimpleConditionEvent.violated(
                                javaClass,
                                javaClass.getDescription()
                                        + " is one of "
                                        + names.size()
                                        + " classes of its package in "
                                        + javaClass.getSourceCodeLocation()));
            }
        }
    }
}
