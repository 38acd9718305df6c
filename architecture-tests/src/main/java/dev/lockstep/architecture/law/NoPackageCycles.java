package dev.lockstep.architecture.law;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.lockstep.architecture.Hexagon;

/**
 * Packages form no cycles: what a package needs never needs that package.
 *
 * <p>Generated packages are left out; what the build makes is not ours to cut.
 */
public final class NoPackageCycles implements Law {
    @Override
    public ArchRule in(Hexagon hexagon) {
        return slices().assignedFrom(new Packages(hexagon))
                .should()
                .beFreeOfCycles()
                .because("a cycle of packages is one package that nobody can read in parts");
    }

    private record Packages(Hexagon hexagon) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return hexagon.contains(javaClass) && !hexagon.generated(javaClass)
                    ? SliceIdentifier.of(javaClass.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of " + hexagon.base();
        }
    }
}
