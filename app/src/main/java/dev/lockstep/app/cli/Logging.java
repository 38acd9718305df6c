package dev.lockstep.app.cli;

import dev.lockstep.app.config.LogLevel;

/** Sets how much is logged, before anything logs; where it goes is told by logback.xml. */
final class Logging {
    private static final String LEVEL = "lockstep.log.level";

    private Logging() {}

    static void set(LogLevel level) {
        System.setProperty(LEVEL, level.word());
    }
}
