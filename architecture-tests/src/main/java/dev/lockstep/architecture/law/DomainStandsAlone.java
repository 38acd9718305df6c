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
 * The domain stands alone: it knows itself, the module {@code java.base} and JSpecify's
 * annotations, and nothing else.
 *
 * <p>The compiler sees to the JDK's modules too ({@code --limit-modules}); this law also sees the
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
                .should(Never.mention("know anything but java.base and JSpecify", strange))
                .because("what an order is must not change when a library or an adapter does");
    }
}
