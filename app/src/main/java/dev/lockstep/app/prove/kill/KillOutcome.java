package dev.lockstep.app.prove.kill;

import java.util.Locale;

/** What became of a process that was to be stopped. */
enum KillOutcome {
    /** It was killed. */
    KILLED,
    /** It stood still, and went on. */
    STOPPED,
    /** It ended before. */
    ENDED,
    /** It did not come to its point in time, and goes on. */
    NOT_REACHED;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
