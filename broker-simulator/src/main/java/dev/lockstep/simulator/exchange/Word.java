package dev.lockstep.simulator.exchange;

import java.util.Locale;
import java.util.Optional;

/** A member of a closed set that has a word on the wire. */
public interface Word {
    /** The constant's name, which every enum has. */
    String name();

    /** The word the venue uses for this member. */
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The member with the given word, if the set has it. */
    static <W extends Enum<W> & Word> Optional<W> find(Class<W> set, String word) {
        for (W member : set.getEnumConstants()) {
            if (member.word().equals(word)) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }
}
