package dev.lockstep.app.cli.shell;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import org.slf4j.Logger;

/**
 * Configures Logback: warnings and errors, to stderr, because stdout belongs to the command. The
 * option {@code verbose} sets the level.
 *
 * <p>Code rather than an XML file, because every command would spend a tenth of its time on reading
 * the file. A file named by Logback's own property {@code logback.configurationFile} replaces it.
 */
public final class LogConfigurator extends ContextAwareBase implements Configurator {
    private static final String FILE_PROPERTY = "logback.configurationFile";
    private static final String PATTERN =
            "%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\", UTC} %-5level [%thread] %logger{20} %msg%n";

    /** Logback creates it by its name. */
    public LogConfigurator() {}

    @Override
    public ExecutionStatus configure(LoggerContext logback) {
        if (System.getProperty(FILE_PROPERTY) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        // Logback would report its own problems on stdout.
        logback.getStatusManager().add(new NopStatusListener());
        // The web server logs more than its users need.
        logback.getLogger("org.eclipse.jetty").setLevel(Level.WARN);
        logback.getLogger("io.javalin").setLevel(Level.WARN);
        // It logs what it throws when it cannot start; the command reports that in one line.
        logback.getLogger("io.javalin.Javalin").setLevel(Level.OFF);
        // What they log at a failure of the store is what they throw, with its stack trace.
        logback.getLogger("com.zaxxer.hikari").setLevel(Level.OFF);
        logback.getLogger("org.flywaydb").setLevel(Level.OFF);
        ch.qos.logback.classic.Logger root = logback.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(stderr(logback));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> stderr(LoggerContext logback) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(logback);
        encoder.setPattern(PATTERN);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(logback);
        appender.setName("stderr");
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
