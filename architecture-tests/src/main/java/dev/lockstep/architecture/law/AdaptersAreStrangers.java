package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Adapter;
import dev.lockstep.architecture.Hexagon;
import dev.lockstep.architecture.SharedCode;
import java.util.Optional;

/**
 * Rule: adapters are independent. An adapter may depend on the domain, but not on another adapter
 * or on the app. What some adapters share depends on nothing else, but for the domain where it
 * serves the domain's ports, and no other adapter uses it: a client shares no code with the server
 * that it is tested against.
 */
public final class AdaptersAreStrangers implements Law {
    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(
                        DescribedPredicate.<JavaClass>describe(
                                "belong to an adapter or to what adapters share",
                                javaClass ->
                                        hexagon.adapterOf(javaClass).isPresent()
                                                || hexagon.sharedOf(javaClass).isPresent()))
                .should(
                        Never.depend(
                                "depend on another adapter, on the app or on what is not theirs",
                                dependency -> dependsOnOtherPart(hexagon, dependency)))
                .because("an adapter must be replaceable without changing another one");
    }

    private static boolean dependsOnOtherPart(Hexagon hexagon, Dependency dependency) {
        JavaClass target = dependency.getTargetClass();
        Optional<Adapter> own = hexagon.adapterOf(dependency.getOriginClass());
        if (!hexagon.contains(target)) {
            return false;
        }
        Optional<SharedCode> ownShared = hexagon.sharedOf(dependency.getOriginClass());
        Optional<SharedCode> shared = hexagon.sharedOf(target);
        if (shared.isPresent()) {
            return !shared.equals(ownShared)
                    && !hexagon.shares(dependency.getOriginClass(), target);
        }
        if (hexagon.inDomain(target)) {
            return ownShared.isPresent() && !ownShared.get().knowsDomain();
        }
        return own.isEmpty() || !hexagon.adapterOf(target).equals(own);
    }
}
