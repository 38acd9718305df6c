package dev.lockstep.architecture.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.Act;
import dev.lockstep.architecture.Hexagon;
import java.util.function.Predicate;

/**
 * Rule: connections are injected. Only permitted places open a connection, a socket, a database or
 * a port; all other code gets it as an argument.
 *
 * <p>The rule detects calls, constructor calls, method references, lambdas and subclasses. It does
 * not detect a name given as text ({@code Class.forName("org.sqlite.JDBC")}, a loader, a service
 * file), so outside the permitted places nothing may load or call by name at all. It does not
 * detect connections that a library opens internally.
 */
public final class ConnectionsAreHandedIn implements Law {
    private static final Predicate<JavaClass> OPENERS =
            Types.assignableTo(
                            "java.sql.DriverManager",
                            "java.sql.Driver",
                            "java.net.Socket",
                            "java.net.ServerSocket",
                            "java.net.DatagramSocket",
                            "java.net.URLConnection",
                            "javax.net.SocketFactory",
                            "javax.net.ServerSocketFactory",
                            "java.nio.channels.NetworkChannel",
                            "okhttp3.OkHttpClient$Builder",
                            "org.eclipse.jetty.server.Server")
                    .or(
                            Types.inPackages(
                                    "org.sqlite",
                                    "java.net.http",
                                    "com.sun.net.httpserver",
                                    "javax.naming",
                                    "jakarta.mail"));

    private static final Predicate<JavaAccess<?>> OPENING =
            Calls.anyOf(
                    Calls.of("javax.sql.DataSource", "getConnection", "createConnectionBuilder"),
                    Calls.beginning("javax.sql.ConnectionPoolDataSource", "getPooledConnection"),
                    Calls.beginning("javax.sql.XADataSource", "getXAConnection"),
                    Calls.constructing("okhttp3.OkHttpClient"),
                    Calls.of("java.net.URL", "openConnection", "openStream", "getContent"),
                    Calls.of("io.javalin.Javalin", "create", "createAndStart", "start"));

    /** Calls that give jOOQ a connection, a source of connections, or an address. */
    private static final Predicate<JavaAccess<?>> JOOQ_ON_A_CONNECTION =
            Calls.anyOf(
                    Calls.of("org.jooq.impl.DSL", "using")
                            .and(
                                    Calls.taking(
                                            "java.lang.String", "io.r2dbc.spi.ConnectionFactory")),
                    call ->
                            Types.inPackages("org.jooq").test(call.getTargetOwner())
                                    && Calls.taking("java.sql.Connection", "javax.sql.DataSource")
                                            .test(call));

    private static final Predicate<JavaAccess<?>> BY_NAME =
            Calls.anyOf(
                    Calls.of("java.lang.Class", "forName", "newInstance"),
                    Calls.of("java.lang.ClassLoader", "loadClass", "findClass", "defineClass"),
                    Calls.beginning("java.util.ServiceLoader", "load"),
                    Calls.of("java.lang.reflect.Constructor", "newInstance"),
                    Calls.of("java.lang.reflect.Method", "invoke"),
                    Calls.beginning("java.lang.invoke.MethodHandles$Lookup", "unreflect"),
                    Calls.of(
                            "java.lang.invoke.MethodHandles$Lookup",
                            "findClass",
                            "findConstructor",
                            "findSpecial",
                            "findStatic",
                            "findVirtual"));

    @Override
    public ArchRule in(Hexagon hexagon) {
        return classes()
                .that(hexagon.notPermitted(Act.OPENS_CONNECTIONS))
                .should(
                        Never.callOrMention(
                                "open a connection",
                                Calls.anyOf(OPENING, JOOQ_ON_A_CONNECTION, BY_NAME),
                                OPENERS))
                .because(
                        "orders were once lost through one connection that bypassed the settings and"
                                + " the write lock");
    }
}
