package dev.lockstep.persistence.sqlite.inspection;

import dev.lockstep.domain.port.maintenance.Finding;
import dev.lockstep.domain.port.maintenance.Finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Collects the settings and findings of one inspection. Not thread-safe. */
final class InspectionReport {
    private final SequencedMap<String, String> settings = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    void put(String name, String value) {
        settings.put(name, value);
    }

    void put(String name, long value) {
        settings.put(name, Long.toString(value));
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    void fine(String text) {
        findings.add(new Finding(Severity.OK, text, ""));
    }

    void warning(String text, String fix) {
        findings.add(new Finding(Severity.WARNING, text, fix));
    }

    void problem(String text, String fix) {
        findings.add(new Finding(Severity.PROBLEM, text, fix));
    }

    SequencedMap<String, String> settings() {
        return settings;
    }

    List<Finding> findings() {
        return findings;
    }
}
