package dev.lockstep.app.doctor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.port.maintenance.Finding;

/**
 * The result of one check.
 *
 * @param area what was checked, such as {@code database}
 * @param finding the result and the remedy
 */
public record Check(String area, Finding finding) {
    /** Returns a finding with a remedy, which is empty where none is needed. */
    public static Check of(String area, Finding.Severity severity, String text, String fix) {
        return new Check(area, new Finding(severity, text, fix));
    }

    /** Returns the JSON for programs. */
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", area)
                .put("state", state())
                .put("finding", finding.text())
                .put("remedy", finding.fix().isEmpty() ? null : finding.fix());
    }

    private String state() {
        return switch (finding.severity()) {
            case OK -> "ok";
            case WARNING -> "warn";
            case PROBLEM -> "bad";
        };
    }
}
