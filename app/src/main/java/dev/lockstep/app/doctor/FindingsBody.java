package dev.lockstep.app.doctor;

import dev.lockstep.domain.value.ShownValue;
import java.util.List;

/**
 * The findings of all checks.
 *
 * @param findings the findings
 */
public record FindingsBody(List<FindingBody> findings) {
    /** Returns the fields of findings. */
    public static FindingsBody of(List<Check> checks) {
        return new FindingsBody(checks.stream().map(FindingBody::of).toList());
    }

    /**
     * The finding of one check.
     *
     * @param area the checked part, such as {@code database}
     * @param severity {@code ok}, {@code warning} or {@code problem}
     * @param text the result
     * @param fix the remedy, empty where none is needed
     */
    public record FindingBody(String area, String severity, String text, String fix) {
        private static FindingBody of(Check check) {
            return new FindingBody(
                    check.area(),
                    ShownValue.of(check.finding().severity()),
                    check.finding().text(),
                    check.finding().fix());
        }
    }
}
