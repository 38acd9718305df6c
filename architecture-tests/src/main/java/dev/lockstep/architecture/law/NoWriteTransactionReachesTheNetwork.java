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
 * Rule: no write transaction reaches the network. A store uses neither HTTP nor the broker, and the
 * domain never calls the broker from a lambda, because repositories run lambdas inside writes.
 *
 * <p>The rule detects changes that are passed to the repository as lambdas or method references
 * only; the store itself rejects a write within a write.
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
        Predicate<JavaClass> broker = Types.assignableTo(hexagon.domain() + ".port.broker.Broker");
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
                .because("a slow broker would block every other write");
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
