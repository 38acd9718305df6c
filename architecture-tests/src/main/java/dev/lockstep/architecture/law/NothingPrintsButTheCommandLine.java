package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Act;
import dev.lockstep.architecture.Hexagon;
import java.util.function.Predicate;

/** Rule: only the command line prints. Other code logs or returns its output. */
public final class NothingPrintsButTheCommandLine implements Law {
    private static final Predicate<JavaAccess<?>> PRINTS =
            Calls.anyOf(
                    Calls.of("java.lang.System", "out", "err", "console"),
                    Calls.of("java.io.FileDescriptor", "out", "err"),
                    Calls.of("java.lang.IO", "print", "println", "readln"),
                    Calls.of("java.lang.Throwable", "printStackTrace")
                            .and(Calls::withoutParameters),
                    Calls.of("java.lang.Thread", "dumpStack"));

    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(hexagon.notPermitted(Act.PRINTS))
                .should(Never.call("print", PRINTS))
                .because("output past the command line breaks --json and is missing in the log");
    }
}
