package dev.lockstep.domain.notification;

import dev.lockstep.domain.value.InvalidValueException;

/**
 * How far the stored sequences are delivered.
 *
 * @param events the last event of an order
 * @param records the last record of an incident, a limit or a halt
 * @param notices the last notice
 */
public record OutboxPosition(long events, long records, long notices) {
    public OutboxPosition {
        if (events < 0 || records < 0 || notices < 0) {
            throw new InvalidValueException(
                    "position", events + ", " + records + ", " + notices, ">= 0");
        }
    }

    /** Returns the same with another last event. */
    public OutboxPosition withEvents(long seq) {
        return new OutboxPosition(seq, records, notices);
    }

    /** Returns the same with another last record. */
    public OutboxPosition withRecords(long seq) {
        return new OutboxPosition(events, seq, notices);
    }

    /** Returns the same with another last notice. */
    public OutboxPosition withNotices(long seq) {
        return new OutboxPosition(events, records, seq);
    }
}
