package dev.lockstep.app.view.change;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.risk.denial.DenialText;

/** Explains why an order that closes a position was refused, and what to do about it. */
final class RefusedClose {
    private static final String WASH_TRADE = RejectReason.WASH_TRADE.name() + ": ";

    private RefusedClose() {}

    /** Returns the text of a closing order; the broker's own message follows in parentheses. */
    static String text(Order order) {
        String text = order.state().text();
        return text.startsWith(WASH_TRADE)
                ? "an order on the other side of "
                        + order.terms().symbol()
                        + " is open, and the broker takes no order that could trade with it; cancel"
                        + " it, and close again (broker: "
                        + text.substring(WASH_TRADE.length())
                        + ")"
                : DenialText.readable(text);
    }
}
