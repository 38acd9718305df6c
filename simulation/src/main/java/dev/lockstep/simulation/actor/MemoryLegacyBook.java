package dev.lockstep.simulation.actor;

import dev.lockstep.imports.LegacyAccount;
import dev.lockstep.imports.LegacyBook;
import dev.lockstep.imports.LegacyContents;
import dev.lockstep.imports.LegacyRow;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The book of another platform, in memory.
 *
 * @param account its only account
 * @param rows the orders, by ascending id
 */
record MemoryLegacyBook(LegacyAccount account, List<LegacyRow> rows) implements LegacyBook {
    static final String PLATFORM = "BA2";

    MemoryLegacyBook {
        rows = List.copyOf(rows);
    }

    @Override
    public LegacyContents contents() {
        return new LegacyContents(
                PLATFORM, "old.db", List.of(account), new LinkedHashMap<>(), List.of());
    }

    @Override
    public List<LegacyRow> page(LegacyAccount of, long after, int limit) {
        return rows.stream().filter(row -> row.id() > after).limit(limit).toList();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
