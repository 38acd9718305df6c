package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Act;
import dev.lockstep.architecture.Hexagon;
import java.util.function.Predicate;

/**
 * Only the app wires: the injector is built and asked in the app's places for it, and elsewhere
 * Guice is known to modules only, which bind and nothing else.
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
                .because("a class that asks the injector hides what it needs");
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
