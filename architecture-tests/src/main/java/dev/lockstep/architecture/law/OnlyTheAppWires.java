package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Act;
import dev.lockstep.architecture.Hexagon;
import java.util.function.Predicate;

/**
 * Rule: only the app wires objects. Permitted places of the app build and query the injector;
 * elsewhere only modules use Guice, and only for bindings.
 */
public final class OnlyTheAppWires implements Law {
    private static final Predicate<JavaClass> GUICE = Types.inPackages("com.google.inject");
    private static final Predicate<JavaClass> INJECTOR =
            Types.assignableTo("com.google.inject.Guice", "com.google.inject.Injector");

    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(hexagon.notPermitted(Act.WIRES))
                .should(Never.depend("wire", dependency -> wires(hexagon, dependency)))
                .because("a class that queries the injector hides its dependencies");
    }

    private static boolean wires(Hexagon hexagon, Dependency dependency) {
        JavaClass target = dependency.getTargetClass();
        return INJECTOR.test(target)
                || (GUICE.test(target) && !module(hexagon, dependency.getOriginClass()));
    }

    private static boolean module(Hexagon hexagon, JavaClass javaClass) {
        return (hexagon.inApp(javaClass) || hexagon.adapterOf(javaClass).isPresent())
                && Hexagon.topLevel(javaClass).endsWith("Module");
    }
}
