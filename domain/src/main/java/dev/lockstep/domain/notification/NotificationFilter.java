package dev.lockstep.domain.notification;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Selects the notifications of a channel. Symbols and strategies restrict the notifications of
 * orders only.
 *
 * @param kinds the kinds to deliver
 * @param symbols the instruments to deliver, empty for all
 * @param strategies the strategies to deliver, empty for all and for orders without one
 */
public record NotificationFilter(
        Set<NotificationKind> kinds, Set<String> symbols, Set<String> strategies) {
    public NotificationFilter {
        kinds = Set.copyOf(kinds);
        symbols = Set.copyOf(symbols);
        strategies = Set.copyOf(strategies);
    }

    /** Returns whether a notification is delivered. */
    public boolean admits(Notification notification) {
        return kinds.contains(notification.kind())
                && (notification.field(Notification.SYMBOL) == null || ofOrder(notification));
    }

    private boolean ofOrder(Notification notification) {
        return among(symbols, notification.field(Notification.SYMBOL))
                && among(strategies, notification.field(Notification.STRATEGY));
    }

    private static boolean among(Set<String> selected, @Nullable String value) {
        return selected.isEmpty() || (value != null && selected.contains(value));
    }
}
