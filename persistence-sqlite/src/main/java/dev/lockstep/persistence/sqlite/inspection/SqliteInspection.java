package dev.lockstep.persistence.sqlite.inspection;

import dev.lockstep.domain.order.InstanceTag;
import dev.lockstep.domain.port.Finding;
import dev.lockstep.domain.port.Finding.Severity;
import dev.lockstep.domain.port.StoreInspection;
import dev.lockstep.domain.port.StoreStatus;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.lock.LockCounters;
import dev.lockstep.persistence.sqlite.read.Readers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Reads the settings back from a connection as every other one is, and checks the file. */
public final class SqliteInspection implements StoreInspection {
    private static final List<String> PRAGMAS =
            List.of(
                    "journal_mode",
                    "synchronous",
                    "busy_timeout",
                    "foreign_keys",
                    "user_version",
                    "page_size",
                    "page_count");

    private final Path file;
    private final Readers readers;
    private final LockCounters counters;
    private final InstanceTag tag;

    /** An inspection of one database. */
    public SqliteInspection(Path file, Readers readers, LockCounters counters, InstanceTag tag) {
        this.file = file;
        this.readers = readers;
        this.counters = counters;
        this.tag = tag;
    }

    @Override
    public StoreStatus inspect() {
        SequencedMap<String, String> settings = readers.read(SqliteInspection::settings);
        settings.put("instance_tag", tag.value());
        List<Finding> findings = new ArrayList<>();
        findings.add(readers.read(SqliteInspection::integrity));
        findings.add(readers.read(HoldingCheck::finding));
        findings.add(durability(String.valueOf(settings.get("synchronous"))));
        return new StoreStatus(
                file.toString(), settings, counters.retries(), counters.timeouts(), findings);
    }

    private static SequencedMap<String, String> settings(Session session) throws SQLException {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        for (String pragma : PRAGMAS) {
            String value = session.pragma(pragma);
            settings.put(pragma, pragma.equals("synchronous") ? synchronous(value) : value);
        }
        return settings;
    }

    private static String synchronous(String level) {
        return switch (level) {
            case "1" -> "normal";
            case "2" -> "full";
            default -> level;
        };
    }

    private static Finding integrity(Session session) throws SQLException {
        String answer = session.pragma("quick_check(1)");
        return answer.equals("ok")
                ? new Finding(Severity.OK, "the file is sound", "")
                : new Finding(
                        Severity.PROBLEM,
                        "the file is damaged: " + answer,
                        "stop trading and restore the last backup");
    }

    private static Finding durability(String synchronous) {
        return synchronous.equals("full")
                ? new Finding(Severity.OK, "what is stored survives a power cut", "")
                : new Finding(
                        Severity.WARNING,
                        "synchronous is "
                                + synchronous
                                + ": a power cut can lose orders that were"
                                + " stored",
                        "set synchronous to full");
    }
}
