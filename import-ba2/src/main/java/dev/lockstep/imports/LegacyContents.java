package dev.lockstep.imports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The contents of another platform's database.
 *
 * @param platform the name of the platform, for example {@code BA2}
 * @param source the name of its file, without the folder
 * @param accounts its accounts
 * @param leftOut the number of rows of each table that is not imported
 * @param notes remarks on the whole
 */
public record LegacyContents(
        String platform,
        String source,
        List<LegacyAccount> accounts,
        SequencedMap<String, Long> leftOut,
        List<ImportNote> notes) {
    public LegacyContents {
        accounts = List.copyOf(accounts);
        leftOut = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(leftOut));
        notes = List.copyOf(notes);
    }
}
