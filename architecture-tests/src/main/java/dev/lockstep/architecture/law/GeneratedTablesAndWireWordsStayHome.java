package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Hexagon;

/**
 * Rule: generated tables and wire formats are internal. Only the adapter itself may use its
 * packages {@code generated} and {@code wire}.
 */
public final class GeneratedTablesAndWireWordsStayHome implements Law {
    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(hexagon.classes())
                .should(
                        Never.depend(
                                "use a generated table or a wire format of another part",
                                dependency -> notAtHome(hexagon, dependency)))
                .because("a new column or a new wire value must not affect other parts");
    }

    private static boolean notAtHome(Hexagon hexagon, Dependency dependency) {
        JavaClass target = dependency.getTargetClass();
        return hexagon.contains(target)
                && (Hexagon.inPackageNamed("generated", target)
                        || Hexagon.inPackageNamed("wire", target))
                && !hexagon.adapterOf(dependency.getOriginClass()).equals(hexagon.adapterOf(target))
                && !hexagon.shares(dependency.getOriginClass(), target);
    }
}
