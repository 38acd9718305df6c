package dev.lockstep.domain.account;

import dev.lockstep.domain.value.Text;

/**
 * The broker's name of one entry of the account's history.
 *
 * @param value 1 to 128 printable characters
 */
public record ActivityId(String value) {
    private static final int MAX_CHARS = 128;

    public ActivityId {
        Text.printable("activityId", value, MAX_CHARS);
    }

    @Override
    public String toString() {
        return value;
    }
}
