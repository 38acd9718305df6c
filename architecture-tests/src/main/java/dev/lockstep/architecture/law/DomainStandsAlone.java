package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Hexagon;
import java.lang.module.ModuleDescriptor;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Rule: the domain has no dependencies except the module {@code java.base} and JSpecify's
 * annotations.
 *
 * <p>The compiler enforces the JDK modules ({@code --limit-modules}); this rule also covers the
 * class path.
 */
public final class DomainStandsAlone implements Law {
    private static final Set<String> JAVA_BASE =
            ModuleLayer.boot()
                    .findModule("java.base")
                    .orElseThrow()
                    .getDescriptor()
                    .exports()
                    .stream()
                    .filter(exports -> !exports.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toUnmodifiableSet());

    @Override
    public ArchRule in(Hexagon hexagon) {
        Predicate<JavaClass> strange =
                type ->
                        !hexagon.inDomain(type)
                                && !JAVA_BASE.contains(type.getPackageName())
                                && !Types.inPackages("org.jspecify").test(type);
        return classes()
                .that(hexagon.domainClasses())
                .should(Never.mention("depend on anything but java.base and JSpecify", strange))
                .because("a change of a library or an adapter must not change the domain");
    }
}
