package dev.lockstep.domain.account;

import dev.lockstep.domain.value.Text;

/**
 * The broker's name of one entry of the account's history.
 *
 * @param value 1 to 128 printable characters
 */
public record ActivityId(String value) {
    private static final int MAX_CHARS = 128;
    private static final String REVISION = "~";

    public ActivityId {
        Text.printable("activityId", value, MAX_CHARS);
    }

    /**
     * Returns the name of a later correction of this entry, which the broker makes under the same
     * name.
     */
    public ActivityId revision(int number) {
        String suffix = REVISION + number;
        int kept = Math.min(value.length(), MAX_CHARS - suffix.length());
        return new ActivityId(value.substring(0, kept) + suffix);
    }

    /** Returns the id of the entry that this one corrects; this id if it corrects none. */
    public ActivityId corrected() {
        int end = value.lastIndexOf(REVISION);
        return end < 1 ? this : new ActivityId(value.substring(0, end));
    }

    /** Returns whether this names an entry or one of its corrections. */
    public boolean isOf(ActivityId entry) {
        return equals(entry) || value.startsWith(entry.value + REVISION);
    }

    @Override
    public String toString() {
        return value;
    }
}
