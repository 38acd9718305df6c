package dev.lockstep.domain.order.id;

import dev.lockstep.domain.value.Text;

/**
 * The broker's id of one execution (FIX ExecID, tag 17), by which a fill is counted once however
 * often it is reported.
 *
 * @param value 1 to 128 printable characters
 */
public record ExecutionId(String value) implements Comparable<ExecutionId> {
    /** The longest that is kept. */
    public static final int MAX_CHARS = 128;

    public ExecutionId {
        Text.printable("executionId", value, MAX_CHARS);
    }

    @Override
    public int compareTo(ExecutionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
