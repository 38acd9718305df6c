package dev.lockstep.domain.port.maintenance;

/**
 * A finding of a check.
 *
 * @param severity its severity
 * @param text the finding, with the values read
 * @param fix the remedy, empty if none is needed
 */
public record Finding(Severity severity, String text, String fix) {
    /** Severities of findings. */
    public enum Severity {
        /** As it should be. */
        OK,
        /** Works, and will hurt some day. */
        WARNING,
        /** The promise does not hold like this. */
        PROBLEM
    }
}
