package dev.lockstep.domain.notification;

import dev.lockstep.domain.value.InvalidValueException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of notifications. */
public enum NotificationKind {
    /** All of an order has filled. */
    FILL(false),
    /** A part of an order has filled. */
    PARTIAL_FILL(false),
    /** The broker refused an order, or never accepted it. */
    REJECTION(false),
    /** Lockstep refused an order by a rule or a limit. */
    DENIAL(false),
    /** An order has been unanswered for too long. */
    UNANSWERED(true),
    /** An incident opened. */
    INCIDENT(true),
    /** An incident is over. */
    INCIDENT_CLEARED(false),
    /** Trading was halted or reduced, or a strategy paused. */
    HALT(true),
    /** A halt, a reduction or a pause ended. */
    RESUME(false),
    /** The orders have not been synced for too long. */
    LOOP_STALE(true),
    /** The account's loss of the day has reached a part of its limit, or all of it. */
    DAILY_LOSS(true),
    /** The disk of the database is almost full. */
    DISK_LOW(true),
    /** The statement of a day. */
    DAILY_STATEMENT(false),
    /** Older notifications were not delivered in time. */
    MISSED(false),
    /** A trial that the operator requested. */
    TEST(true);

    private final boolean urgent;

    NotificationKind(boolean urgent) {
        this.urgent = urgent;
    }

    /** Returns whether quiet hours and digests do not hold it back unless the operator says so. */
    public boolean urgent() {
        return urgent;
    }

    /** Returns its name in settings and messages, such as {@code partial-fill}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the kinds that an operator can select. */
    public static Set<NotificationKind> selectable() {
        return EnumSet.complementOf(EnumSet.of(MISSED, TEST));
    }

    /** Returns the kinds that report events of orders. */
    public static Set<NotificationKind> ofOrders() {
        return EnumSet.of(FILL, PARTIAL_FILL, REJECTION, DENIAL);
    }

    /** Returns the kinds that are urgent by default. */
    public static Set<NotificationKind> urgentByDefault() {
        return selectable().stream().filter(kind -> kind.urgent).collect(Collectors.toSet());
    }

    /**
     * Returns the kind of a word.
     *
     * @param field the field's name, for the exception
     * @throws InvalidValueException if there is no such kind
     */
    public static NotificationKind of(String field, String word) {
        return selectable().stream()
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidValueException(
                                field,
                                word,
                                Arrays.stream(values())
                                        .filter(selectable()::contains)
                                        .map(NotificationKind::word)
                                        .collect(Collectors.joining(", "))));
    }
}
