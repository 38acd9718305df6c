package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Adapter;
import dev.lockstep.architecture.Hexagon;
import java.util.function.Predicate;

/**
 * Rule: an adapter to the network, such as the gateway, knows no SQL and no in-memory repository,
 * only the domain's ports and use cases.
 */
public final class NetworkAdaptersKnowNoStore implements Law {
    @Override
    public ArchRule in(Hexagon hexagon) {
        Predicate<JavaClass> store =
                Types.inPackages("java.sql", "javax.sql", "org.jooq", "org.sqlite")
                        .or(type -> hexagon.inRing("memory", type));
        return classes()
                .that(
                        DescribedPredicate.<JavaClass>describe(
                                "belong to an adapter to the network",
                                javaClass ->
                                        hexagon.adapterOf(javaClass)
                                                .filter(NetworkAdaptersKnowNoStore::network)
                                                .isPresent()))
                .should(Never.mention("depend on SQL or on the in-memory repository", store))
                .because("what an adapter reads and stores must pass the same ports as all else");
    }

    private static boolean network(Adapter adapter) {
        return adapter.kind() == Adapter.Kind.NETWORK;
    }
}
