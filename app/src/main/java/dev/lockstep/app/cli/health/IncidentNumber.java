package dev.lockstep.app.cli.health;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;

/** The number by which a command names an open incident. */
final class IncidentNumber {
    private IncidentNumber() {}

    /** Returns the end of a command whose incident is not open. */
    static CommandEnd notOpen(long number) {
        return new CommandEnd(
                ExitCode.NO,
                "number: "
                        + number
                        + " (expected: the number of an open incident; lockstep incidents lists them)");
    }
}
