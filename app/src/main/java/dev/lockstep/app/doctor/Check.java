package dev.lockstep.app.doctor;

import dev.lockstep.domain.port.maintenance.Finding;

/**
 * The result of one check.
 *
 * @param area the checked part, such as {@code database}
 * @param finding the result and the remedy
 */
public record Check(String area, Finding finding) {
    /** Returns a finding with a remedy, which is empty where none is needed. */
    public static Check of(String area, Finding.Severity severity, String text, String fix) {
        return new Check(area, new Finding(severity, text, fix));
    }
}
