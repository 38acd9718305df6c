package dev.lockstep.app.doctor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.port.maintenance.Finding;

/**
 * One thing that was looked at.
 *
 * @param area what was looked at, such as {@code database}
 * @param finding what was found, and what to do
 */
public record Check(String area, Finding finding) {
    /** A finding with a remedy, which is empty where none is needed. */
    public static Check of(String area, Finding.Severity severity, String text, String fix) {
        return new Check(area, new Finding(severity, text, fix));
    }

    /** As JSON, for programs. */
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
            case OK -> "OK";
            case WARNING -> "WARN";
            case PROBLEM -> "BAD";
        };
    }
}
