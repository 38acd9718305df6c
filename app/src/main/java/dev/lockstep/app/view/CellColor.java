package dev.lockstep.app.view;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;

/** The colour of a cell on a terminal. It follows from the value, never from its text. */
public enum CellColor {
    /** Buys, filled orders and gains. */
    GREEN,
    /** Sells, refused orders and losses. */
    RED,
    /** Orders whose answer is missing. */
    YELLOW,
    /** Everything else. */
    NONE;

    /** Returns the colour of a value. */
    static CellColor of(Object value) {
        return switch (value) {
            case Side side -> side == Side.BUY ? GREEN : RED;
            case OrderStatus status -> of(status);
            case CellFormat.Profit profit -> profit.isGain() ? GREEN : profit.isLoss() ? RED : NONE;
            default -> NONE;
        };
    }

    private static CellColor of(OrderStatus status) {
        return switch (status) {
            case FILLED -> GREEN;
            case DENIED, REJECTED, NEVER_ACCEPTED -> RED;
            case PENDING_SUBMIT, UNKNOWN, PENDING_CANCEL, PENDING_REPLACE -> YELLOW;
            case WAITING,
                    HELD,
                    ACCEPTED,
                    NEW,
                    PARTIALLY_FILLED,
                    DONE_FOR_DAY,
                    SUSPENDED,
                    CANCELED,
                    EXPIRED,
                    REPLACED ->
                    NONE;
        };
    }
}
