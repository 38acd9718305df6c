package dev.lockstep.domain.notification;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.risk.denial.DenialText;
import dev.lockstep.domain.value.ShownValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which events of an order are notifications: fills, rejections and denials. */
public final class OrderNotifications {
    private OrderNotifications() {}

    /** Returns whether events with this status can be notifications. */
    public static boolean possible(OrderEvent event) {
        return !event.state().cumQty().zero() || event.state().status().refused();
    }

    /**
     * Returns the notification of an event, if it is one. The first event of an order is no fill:
     * such an order was imported or adopted.
     *
     * @param seq the position of the event
     * @param before the event of the version before, null for the first one
     * @param order the order in any version
     */
    public static Optional<Notification> of(
            long seq, OrderEvent event, @Nullable OrderEvent before, Order order) {
        return kind(event, before)
                .map(kind ->
                        new Notification(
                                "event-" + seq,
                                kind,
                                event.at(),
                                title(kind, event, order.terms()),
                                text(kind, event, order.terms()),
                                fields(event, order)));
    }

    private static Optional<NotificationKind> kind(OrderEvent event, @Nullable OrderEvent before) {
        OrderStatus status = event.state().status();
        boolean changed = before == null || before.state().status() != status;
        Quantity cumQty = event.state().cumQty();
        boolean more = before != null && cumQty.compareTo(before.state().cumQty()) > 0;
        if (status == OrderStatus.FILLED && before != null && (more || changed)) {
            return Optional.of(NotificationKind.FILL);
        }
        if (more) {
            return Optional.of(NotificationKind.PARTIAL_FILL);
        }
        return changed ? ofRefusal(status) : Optional.empty();
    }

    private static Optional<NotificationKind> ofRefusal(OrderStatus status) {
        if (!status.refused()) {
            return Optional.empty();
        }
        return Optional.of(
                status == OrderStatus.DENIED
                        ? NotificationKind.DENIAL
                        : NotificationKind.REJECTION);
    }

    private static String title(NotificationKind kind, OrderEvent event, NewOrder terms) {
        boolean filled = kind == NotificationKind.FILL || kind == NotificationKind.PARTIAL_FILL;
        return filled ? fillTitle(kind, event, terms) : refusalTitle(event, terms);
    }

    private static String fillTitle(NotificationKind kind, OrderEvent event, NewOrder terms) {
        String verb = terms.side() == Side.BUY ? "Bought " : "Sold ";
        String of =
                kind == NotificationKind.PARTIAL_FILL && terms.orderQty() != null
                        ? " of " + terms.orderQty()
                        : "";
        String price = event.state().avgPx() == null ? "" : " at " + event.state().avgPx();
        return verb + event.state().cumQty() + of + " " + terms.symbol().value() + price;
    }

    private static String refusalTitle(OrderEvent event, NewOrder terms) {
        String what =
                switch (event.state().status()) {
                    case DENIED -> "Denied: ";
                    case NEVER_ACCEPTED -> "Never accepted: ";
                    default -> "Rejected: ";
                };
        return what + word(terms.side()) + " " + terms.amount() + " " + terms.symbol().value();
    }

    private static String text(NotificationKind kind, OrderEvent event, NewOrder terms) {
        String why = kind == NotificationKind.FILL ? "" : DenialText.readable(event.state().text());
        String strategy = terms.strategy() == null ? "" : "strategy " + terms.strategy().value();
        return why.isEmpty() || strategy.isEmpty() ? why + strategy : why + " (" + strategy + ")";
    }

    private static Map<String, String> fields(OrderEvent event, Order order) {
        NewOrder terms = order.terms();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("orderId", order.id().value());
        fields.put(Notification.SYMBOL, terms.symbol().value());
        fields.put("side", word(terms.side()));
        put(fields, "qty", terms.orderQty());
        fields.put("status", ShownValue.of(event.state().status()));
        fields.put("filledQty", event.state().cumQty().toString());
        put(fields, "avgFillPrice", event.state().avgPx());
        put(
                fields,
                Notification.STRATEGY,
                terms.strategy() == null ? null : terms.strategy().value());
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    private static String word(Side side) {
        return ShownValue.of(side);
    }
}
