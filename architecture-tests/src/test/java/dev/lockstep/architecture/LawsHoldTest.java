package dev.lockstep.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.lockstep.architecture.law.Law;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Applies the architecture rules to the codebase, and checks that each exception is needed. */
@Tag("slow")
final class LawsHoldTest {
    private static final JavaClasses CLASSES = ProductionClasses.classes();
    static final List<Permit> PERMITS = ProductionClasses.HEXAGON.permits();

    @ParameterizedTest
    @MethodSource("dev.lockstep.architecture.law.Law#all")
    void rule_holds(Law law) {
        law.in(ProductionClasses.HEXAGON).check(CLASSES);
    }

    @Test
    void every_module_is_checked() {
        Hexagon hexagon = ProductionClasses.HEXAGON;
        Stream<String> parts =
                Stream.concat(
                        Stream.of(hexagon.domain(), hexagon.app()),
                        hexagon.adapters().stream().map(Adapter::base));

        assertThat(parts).allSatisfy(part -> assertThat(CLASSES.containPackage(part)).isTrue());
    }

    @Test
    void every_named_entry_point_exists() {
        assertThat(
                        ProductionClasses.HEXAGON.adapters().stream()
                                .flatMap(a -> a.entryPoints().stream()))
                .allSatisfy(entryPoint -> assertThat(CLASSES.contain(entryPoint)).isTrue());
    }

    @ParameterizedTest
    @FieldSource("PERMITS")
    void permit_is_needed(Permit permit) {
        List<Permit> others = new ArrayList<>(PERMITS);
        others.remove(permit);
        Hexagon stricter = ProductionClasses.HEXAGON.with(others);
        // Only classes in the permitted place can need the permit; checking all classes would take
        // minutes.
        JavaClasses concerned = CLASSES.that(describe("in its place", permit::covers));

        assertThat(Law.all())
                .as("a rule that fails without %s", permit)
                .anySatisfy(law ->
                        assertThat(law.in(stricter).evaluate(concerned).hasViolation()).isTrue());
    }
}
