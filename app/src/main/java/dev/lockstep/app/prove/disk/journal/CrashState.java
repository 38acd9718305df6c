package dev.lockstep.app.prove.disk.journal;

import dev.lockstep.domain.value.InvalidValueException;
import java.util.Arrays;
import java.util.Locale;

/**
 * A state in which a crash could have left the files.
 *
 * @param at how many operations were begun before the crash
 * @param kind which of the operations that were not synced are there
 * @param number the number of operations that are there, or the seed of a subset
 */
public record CrashState(int at, Kind kind, int number) {
    /** Returns the state with this name at a crash, such as {@code torn-12}. */
    public static CrashState of(int at, String name) {
        String[] parts = name.split("-", -1);
        return Arrays.stream(Kind.values())
                .filter(kind -> parts.length == 2 && kind.word().equals(parts[0]))
                .filter(_ -> parts[1].matches("[0-9]{1,9}"))
                .findFirst()
                .map(kind -> new CrashState(at, kind, Integer.parseInt(parts[1])))
                .orElseThrow(() ->
                        new InvalidValueException(
                                "state", name, "a name such as prefix-3, torn-3 or subset-3"));
    }

    /** Returns the name at its crash. */
    public String name() {
        return kind.word() + "-" + number;
    }

    /** Which of the operations that were not synced are there. */
    public enum Kind {
        /** The first ones. */
        PREFIX,
        /** The first ones, and a part of the next one. */
        TORN,
        /** Any, some of them in part. */
        SUBSET;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
