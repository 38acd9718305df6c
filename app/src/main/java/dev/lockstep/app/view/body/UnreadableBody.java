package dev.lockstep.app.view.body;

import dev.lockstep.domain.port.broker.UnreadableItem;
import java.util.List;

/**
 * Something at the broker that Lockstep cannot read.
 *
 * @param kind {@code order}, {@code position} or {@code activity}
 * @param brokerId the broker's id
 * @param clientOrderId the client order id, empty if there is none
 * @param symbol the instrument
 * @param qty the quantity, empty if not reported
 * @param text why it cannot be read
 * @param raw the message as received
 */
public record UnreadableBody(
        String kind,
        String brokerId,
        String clientOrderId,
        String symbol,
        String qty,
        String text,
        String raw) {

    /** Returns the fields of an item. */
    public static UnreadableBody of(UnreadableItem item) {
        return new UnreadableBody(
                item.kind().noun(),
                item.brokerId(),
                item.clientOrderId(),
                item.symbol(),
                item.quantity(),
                item.text(),
                item.raw());
    }

    /** Returns the reason and the message as received, in one line. */
    public String line() {
        return text + "; received: " + raw;
    }

    /** Returns the fields of items. */
    public static List<UnreadableBody> of(List<UnreadableItem> items) {
        return items.stream().map(UnreadableBody::of).toList();
    }
}
