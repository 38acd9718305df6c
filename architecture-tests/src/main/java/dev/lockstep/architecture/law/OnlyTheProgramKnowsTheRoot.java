package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Hexagon;

/**
 * Rule: only the program, in the app's root package, uses the composition root. Everything else is
 * given what it uses, so that it can be used and tested with something else.
 */
public final class OnlyTheProgramKnowsTheRoot implements Law {
    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(
                        DescribedPredicate.describe(
                                "are of the app, but neither the program nor the composition root",
                                (JavaClass javaClass) ->
                                        hexagon.inApp(javaClass)
                                                && !hexagon.inProgram(javaClass)
                                                && !hexagon.inCompositionRoot(javaClass)))
                .should(Never.mention("use the composition root", hexagon::inCompositionRoot))
                .because("what asks the composition root depends on everything");
    }
}
