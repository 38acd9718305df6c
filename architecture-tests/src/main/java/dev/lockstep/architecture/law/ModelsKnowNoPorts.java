package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Hexagon;

/**
 * Rule: models do not depend on ports, ports do not depend on use cases, and nothing depends on the
 * in-memory repository.
 *
 * <p>The models are all domain packages except {@code port}, {@code usecase} and {@code memory}.
 */
public final class ModelsKnowNoPorts implements Law {
    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(hexagon.domainClasses())
                .should(
                        Never.depend(
                                "depend on an outer layer",
                                dependency -> outwards(hexagon, dependency)))
                .because("the model of an order must not depend on its storage or its broker");
    }

    private static boolean outwards(Hexagon hexagon, Dependency dependency) {
        JavaClass target = dependency.getTargetClass();
        return hexagon.inDomain(target)
                && ring(hexagon, target) > ring(hexagon, dependency.getOriginClass());
    }

    /**
     * Returns the layer of a class, from inside to outside: models, ports, use cases, in-memory
     * repository.
     */
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
