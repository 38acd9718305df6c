package dev.lockstep.app.view.change;

import dev.lockstep.app.view.FaultText;
import dev.lockstep.app.view.body.AdoptBody;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.usecase.sync.AdoptResult;
import dev.lockstep.domain.value.ShownValue;
import org.jspecify.annotations.Nullable;

/**
 * The result of adopting one external order.
 *
 * @param id the broker's id
 * @param result a keyword for programs
 * @param text an explanation, may be empty
 * @param order the stored order, null if it is not stored
 */
public record AdoptView(BrokerOrderId id, String result, String text, @Nullable Order order) {
    public static AdoptView of(BrokerOrderId id, AdoptResult result) {
        return switch (result) {
            case AdoptResult.Adopted adopted ->
                    new AdoptView(
                            id,
                            "adopted",
                            withLegs(adopted.legs().size()).strip(),
                            adopted.order());
            case AdoptResult.Adoptable(BrokerOrder there) ->
                    new AdoptView(
                            id,
                            "would_be_adopted",
                            ShownValue.of(there.side())
                                    + " "
                                    + there.symbol()
                                    + withLegs(there.legs().size()),
                            null);
            case AdoptResult.AlreadyOurs ours ->
                    new AdoptView(id, "already_known", "", ours.order());
            case AdoptResult.NoSuchOrder _ ->
                    new AdoptView(id, "no_such_order", "no such order at the broker", null);
            case AdoptResult.NotAdoptable refused ->
                    new AdoptView(id, "refused", refused.text(), null);
            case AdoptResult.Failed failed -> failed(id, failed.fault());
        };
    }

    /** The broker refuses a lookup by an id that none of its orders can have. */
    private static AdoptView failed(BrokerOrderId id, BrokerFault fault) {
        String text = FaultText.of(fault);
        return fault.kind() == BrokerFault.Kind.REFUSED
                ? new AdoptView(id, "no_such_order", "no such order: " + text, null)
                : new AdoptView(id, "failed", text, null);
    }

    private static String withLegs(int legs) {
        return switch (legs) {
            case 0 -> "";
            case 1 -> " with 1 leg";
            default -> " with " + legs + " legs";
        };
    }

    /** Returns the JSON for programs. */
    public AdoptBody json() {
        return AdoptBody.of(id, result, text, order);
    }
}
