package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitReference;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Adapter;
import dev.lockstep.architecture.Hexagon;
import java.util.function.Predicate;

/**
 * No write transaction reaches the network: a store knows neither HTTP nor the broker, and the
 * domain calls the broker from no lambda, for a lambda is what a repository runs inside a write.
 *
 * <p>A change that a caller hands to the repository in another form than a lambda or a reference is
 * not seen; the store itself refuses a write within a write.
 */
public final class NoWriteTransactionReachesTheNetwork implements Law {
    private static final Predicate<JavaClass> HTTP =
            Types.inPackages(
                    "okhttp3",
                    "java.net.http",
                    "com.sun.net.httpserver",
                    "io.javalin",
                    "jakarta.servlet",
                    "org.eclipse.jetty");

    @Override
    public ArchRule in(Hexagon hexagon) {
        Predicate<JavaClass> broker = Types.assignableTo(hexagon.domain() + ".port.Broker");
        return classes()
                .that(hexagon.classes())
                .should(
                        Never.callOrDepend(
                                "reach the network from a write",
                                call ->
                                        hexagon.inDomain(call.getOriginOwner())
                                                && broker.test(call.getTargetOwner())
                                                && deferred(call),
                                dependency ->
                                        inStore(hexagon, dependency.getOriginClass())
                                                && Types.target(HTTP.or(broker)).test(dependency)))
                .because("a slow broker would stop every other write for as long as it is slow");
    }

    private static boolean inStore(Hexagon hexagon, JavaClass javaClass) {
        return hexagon.adapterOf(javaClass)
                .filter(adapter -> adapter.kind() == Adapter.Kind.STORE)
                .isPresent();
    }

    private static boolean deferred(JavaAccess<?> call) {
        return call.isDeclaredInLambda() || call instanceof JavaCodeUnitReference<?>;
    }
}
