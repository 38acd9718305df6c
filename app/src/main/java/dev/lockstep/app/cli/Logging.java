package dev.lockstep.app.cli;

/** Sets how much is logged, before anything logs; where it goes is told by logback.xml. */
final class Logging {
    private static final String LEVEL = "lockstep.log.level";

    private Logging() {}

    static void set(boolean verbose) {
        if (verbose) {
            System.setProperty(LEVEL, "debug");
        }
    }
}
