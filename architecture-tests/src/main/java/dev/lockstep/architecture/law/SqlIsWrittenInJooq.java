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
 * SQL is written in jOOQ: no SQL goes as text to jOOQ, and none to JDBC but in the places that set
 * up connections, migrate, and keep statements that jOOQ has rendered.
 *
 * <p>Generated tables may. To run a statement that is prepared already is no SQL as text; to hand
 * text to a method of a store's connection package that runs it is. Whether a text was rendered by
 * jOOQ or typed is not seen, so the places that keep rendered statements are named.
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
                .because("a column that is renamed must break the build and not the night");
    }

    private static boolean unpermittedText(Hexagon hexagon, JavaAccess<?> call) {
        return (TEXT_TO_JDBC.test(call) || textToSession(hexagon, call))
                && hexagon.notPermitted(Act.RUNS_SQL_TEXT).test(call.getOriginOwner());
    }

    /** What a store's own connections run for others. */
    private static boolean textToSession(Hexagon hexagon, JavaAccess<?> call) {
        return hexagon.connectsToStore(call.getTargetOwner())
                && call.getTarget() instanceof MethodCallTarget method
                && method.getThrowsClause().containsType(SQLException.class)
                && Calls.taking("java.lang.String").test(call);
    }
}
