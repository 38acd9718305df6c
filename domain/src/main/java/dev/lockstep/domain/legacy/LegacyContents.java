package dev.lockstep.domain.legacy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What the book of another platform holds.
 *
 * @param platform what the other platform is called, for example {@code BA2}
 * @param source the name of its file, without the folder
 * @param accounts its accounts
 * @param leftOut how many rows there are of each table that is not imported
 * @param notes what is odd about it as a whole
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
