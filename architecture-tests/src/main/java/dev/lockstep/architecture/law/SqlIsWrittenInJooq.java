package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Act;
import dev.lockstep.architecture.Hexagon;
import java.sql.SQLException;
import java.util.function.Predicate;

/**
 * Rule: SQL is written in jOOQ. No code passes SQL text to jOOQ, and none to JDBC except the places
 * that configure connections, migrate, or cache statements rendered by jOOQ.
 *
 * <p>Generated tables are exempt. Running a prepared statement is not SQL text; calling a method of
 * a store's connection package that runs text is. The rule cannot tell rendered text from typed
 * text, so it names the places that cache rendered statements.
 */
public final class SqlIsWrittenInJooq implements Law {
    private static final Predicate<JavaAccess<?>> TEXT_TO_JOOQ =
            call -> call.getTarget().isAnnotatedWith("org.jooq.PlainSQL");

    private static final Predicate<JavaAccess<?>> TEXT_TO_JDBC =
            Calls.anyOf(
                            Calls.beginning("java.sql.Statement", "execute"),
                            Calls.of("java.sql.Statement", "addBatch"),
                            Calls.of(
                                    "java.sql.Connection",
                                    "prepareStatement",
                                    "prepareCall",
                                    "nativeSQL"))
                    .and(Calls.taking("java.lang.String"));

    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(hexagon.writtenClasses())
                .should(
                        Never.call(
                                "write SQL as text",
                                TEXT_TO_JOOQ.or(call -> unpermittedText(hexagon, call))))
                .because("renaming a column must fail at build time and not at run time");
    }

    private static boolean unpermittedText(Hexagon hexagon, JavaAccess<?> call) {
        return (TEXT_TO_JDBC.test(call) || textToSession(hexagon, call))
                && hexagon.notPermitted(Act.RUNS_SQL_TEXT).test(call.getOriginOwner());
    }

    /** Returns whether a call passes text to a method of a store's connections that runs it. */
    private static boolean textToSession(Hexagon hexagon, JavaAccess<?> call) {
        return hexagon.connectsToStore(call.getTargetOwner())
                && call.getTarget() instanceof MethodCallTarget method
                && method.getThrowsClause().containsType(SQLException.class)
                && Calls.taking("java.lang.String").test(call);
    }
}
