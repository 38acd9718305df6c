package dev.lockstep.persistence.sql.inspection;

import dev.lockstep.domain.port.maintenance.Finding;
import dev.lockstep.domain.port.maintenance.Finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Collects the settings and findings of one inspection. Not thread-safe. */
public final class InspectionReport {
    private final SequencedMap<String, String> settings = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Adds a setting. */
    public void put(String name, String value) {
        settings.put(name, value);
    }

    /** Adds a setting that is a number. */
    public void put(String name, long value) {
        settings.put(name, Long.toString(value));
    }

    /** Adds a finding. */
    public void add(Finding finding) {
        findings.add(finding);
    }

    /** Adds that something is as it should be. */
    public void fine(String text) {
        findings.add(new Finding(Severity.OK, text, ""));
    }

    /** Adds a warning with what to do about it. */
    public void warning(String text, String fix) {
        findings.add(new Finding(Severity.WARNING, text, fix));
    }

    /** Adds a problem with what to do about it. */
    public void problem(String text, String fix) {
        findings.add(new Finding(Severity.PROBLEM, text, fix));
    }

    /** Returns the settings, in the order in which they were added. */
    public SequencedMap<String, String> settings() {
        return settings;
    }

    /** Returns the findings, in the order in which they were added. */
    public List<Finding> findings() {
        return findings;
    }
}
