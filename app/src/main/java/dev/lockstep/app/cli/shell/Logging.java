package dev.lockstep.app.cli.shell;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.lockstep.app.config.value.LogLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets how much is logged; {@link LogConfigurator} sets where it goes. */
public final class Logging {
    private Logging() {}

    /** Applies to every logger, also to those that exist already. */
    public static void set(LogLevel level) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.toLevel(level.word()));
        }
    }
}
