package dev.lockstep.architecture.law;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.lockstep.architecture.Hexagon;

/**
 * Rule: packages form no cycles.
 *
 * <p>Generated packages are ignored, since the build determines their dependencies.
 */
public final class NoPackageCycles implements Law {
    @Override
    public ArchRule in(Hexagon hexagon) {
        return slices().assignedFrom(new Packages(hexagon))
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle can only be understood together");
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
