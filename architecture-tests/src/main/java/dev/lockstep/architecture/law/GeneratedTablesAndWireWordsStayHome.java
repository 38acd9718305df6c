package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Hexagon;

/**
 * Generated tables and wire words stay home: the packages {@code generated} and {@code wire} of an
 * adapter are known to that adapter only.
 */
public final class GeneratedTablesAndWireWordsStayHome implements Law {
    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(hexagon.classes())
                .should(
                        Never.depend(
                                "know a table or a wire word of another's",
                                dependency -> notAtHome(hexagon, dependency)))
                .because("a new column or a new word of the broker must not be felt elsewhere");
    }

    private static boolean notAtHome(Hexagon hexagon, Dependency dependency) {
        JavaClass target = dependency.getTargetClass();
        return hexagon.contains(target)
                && (Hexagon.inPackageNamed("generated", target)
                        || Hexagon.inPackageNamed("wire", target))
                && !hexagon.adapterOf(dependency.getOriginClass())
                        .equals(hexagon.adapterOf(target));
    }
}
