package dev.lockstep.domain.port.maintenance;

/**
 * One thing that a check-up found.
 *
 * @param severity how bad it is
 * @param text what was found, with the value that was read
 * @param fix what to do about it, empty where nothing needs doing
 */
public record Finding(Severity severity, String text, String fix) {
    /** How bad a finding is. */
    public enum Severity {
        /** As it should be. */
        OK,
        /** Works, and will hurt some day. */
        WARNING,
        /** The promise does not hold like this. */
        PROBLEM
    }
}
