package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Hexagon;

/**
 * Models know no ports, ports know no use cases, and nobody knows the repository in memory.
 *
 * <p>A model is whatever the domain has outside its packages {@code port}, {@code usecase} and
 * {@code memory}.
 */
public final class ModelsKnowNoPorts implements Law {
    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(hexagon.domainClasses())
                .should(Never.depend("look outwards", dependency -> outwards(hexagon, dependency)))
                .because("an order is the same wherever it is stored and whoever is its broker");
    }

    private static boolean outwards(Hexagon hexagon, Dependency dependency) {
        JavaClass target = dependency.getTargetClass();
        return hexagon.inDomain(target)
                && ring(hexagon, target) > ring(hexagon, dependency.getOriginClass());
    }

    /** From the inside out: models, ports, use cases, the repository in memory. */
    private static int ring(Hexagon hexagon, JavaClass javaClass) {
        if (hexagon.inModels(javaClass)) {
            return 0;
        }
        if (hexagon.inRing("port", javaClass)) {
            return 1;
        }
        return hexagon.inRing("usecase", javaClass) ? 2 : 3;
    }
}
