package dev.lockstep.app.view.change;

import dev.lockstep.app.view.OrderName;
import dev.lockstep.app.view.body.CancelBody;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.usecase.cancel.CancelResult;
import dev.lockstep.domain.value.ShownValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of canceling one order.
 *
 * @param name the order as the user named it
 * @param result a keyword for programs
 * @param text an explanation, may be empty
 * @param order the order, null if there is none
 */
public record CancelView(String name, String result, String text, @Nullable Order order) {
    private static final String PURSUED = "by 'lockstep run' or 'lockstep sync'";

    public static CancelView of(String name, CancelResult result) {
        return switch (result) {
            case CancelResult.NoSuchOrder _ -> noSuchOrder(name);
            case CancelResult.Requested requested ->
                    new CancelView(name, "requested", "", requested.order());
            case CancelResult.CanceledHere here ->
                    new CancelView(name, "canceled", "it was never sent", here.order());
            case CancelResult.TooLate late ->
                    new CancelView(
                            name,
                            "too_late",
                            "it is " + ShownValue.of(late.order().status()),
                            late.order());
            case CancelResult.Refused refused ->
                    new CancelView(name, "refused", refused.text(), refused.order());
            case CancelResult.OnceResolved later ->
                    new CancelView(
                            name,
                            "once_resolved",
                            "the broker has not answered the order yet; it is canceled as soon as"
                                    + " the broker has it, "
                                    + PURSUED,
                            later.order());
            case CancelResult.Postponed(Order order, String reason) ->
                    new CancelView(
                            name,
                            "postponed",
                            reason + "; an earlier cancel stands and is sent again " + PURSUED,
                            order);
            case CancelResult.Unresolved(Order order, String reason) ->
                    new CancelView(
                            name,
                            "unresolved",
                            reason + "; the cancel is stored and sent again " + PURSUED,
                            order);
            case CancelResult.Unstored(Order order, String reason) ->
                    new CancelView(name, "unstored", reason, order);
        };
    }

    /** Returns the expected result of an open order. */
    public static CancelView wouldBeCanceled(String name, Order order) {
        return new CancelView(name, "would_be_canceled", "", order);
    }

    /** The same, naming the order that took the place of one that was replaced. */
    public CancelView naming(ReplaceChain chains) {
        if (order == null || order.status() != OrderStatus.REPLACED) {
            return this;
        }
        List<Order> chain = chains.of(order);
        Order successor =
                chain.stream()
                        .filter(each -> !each.status().closed())
                        .findFirst()
                        .orElse(chain.getLast());
        return new CancelView(
                name,
                result,
                text
                        + " by order "
                        + successor.id()
                        + ", which is "
                        + ShownValue.of(successor.status()),
                order);
    }

    /** Returns the result of a cancel of an order that was not named by the user. */
    public static CancelView of(CancelResult result) {
        return of(name(result), result);
    }

    private static String name(CancelResult result) {
        return switch (result) {
            case CancelResult.NoSuchOrder none -> none.id().value();
            case CancelResult.Requested requested -> requested.order().id().value();
            case CancelResult.CanceledHere here -> here.order().id().value();
            case CancelResult.TooLate late -> late.order().id().value();
            case CancelResult.Refused refused -> refused.order().id().value();
            case CancelResult.OnceResolved later -> later.order().id().value();
            case CancelResult.Postponed postponed -> postponed.order().id().value();
            case CancelResult.Unresolved missing -> missing.order().id().value();
            case CancelResult.Unstored unstored -> unstored.order().id().value();
        };
    }

    /** Returns the result for an unknown order. */
    public static CancelView noSuchOrder(String name) {
        return new CancelView(name, "no_such_order", OrderName.missing(name), null);
    }

    /** Returns the id of the order; the name as it was given if there is no such order. */
    public String id() {
        return order == null ? name : order.id().value();
    }

    /** Returns the result as a cell. */
    public String keyword() {
        return result.replace('_', ' ');
    }

    /** Returns the JSON for programs. */
    public CancelBody json() {
        return CancelBody.of(name, result, text, order);
    }
}
