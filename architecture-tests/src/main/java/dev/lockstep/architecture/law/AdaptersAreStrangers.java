package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Adapter;
import dev.lockstep.architecture.Hexagon;
import java.util.Optional;

/**
 * Rule: adapters are independent. An adapter may depend on the domain, but not on another adapter
 * or on the app.
 */
public final class AdaptersAreStrangers implements Law {
    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(
                        DescribedPredicate.<JavaClass>describe(
                                "belong to an adapter",
                                javaClass -> hexagon.adapterOf(javaClass).isPresent()))
                .should(
                        Never.depend(
                                "depend on another adapter or on the app",
                                dependency -> dependsOnOtherPart(hexagon, dependency)))
                .because("an adapter must be replaceable without changing another one");
    }

    private static boolean dependsOnOtherPart(Hexagon hexagon, Dependency dependency) {
        JavaClass target = dependency.getTargetClass();
        Optional<Adapter> own = hexagon.adapterOf(dependency.getOriginClass());
        return hexagon.contains(target)
                && !hexagon.inDomain(target)
                && !hexagon.adapterOf(target).equals(own);
    }
}
