package dev.lockstep.domain.order;

/**
 * The exits attached to an order. The broker holds and triggers them; each is an {@link Order} of
 * its own here.
 */
public sealed interface OrderClass {
    /** Returns its name in requests, answers and messages, such as {@code bracket}. */
    default String word() {
        return switch (this) {
            case Simple _ -> "simple";
            case Bracket _ -> "bracket";
            case OneCancelsOther _ -> "oco";
            case OneTriggersOther _ -> "oto";
        };
    }

    /** How many exits the broker makes of an order of this class, besides the order itself. */
    default int exits() {
        return switch (this) {
            case Simple _ -> 0;
            case Bracket _ -> 2;
            case OneCancelsOther _, OneTriggersOther _ -> 1;
        };
    }

    /** None: the order stands alone. */
    record Simple() implements OrderClass {}

    /**
     * An entry with both exits: they work once the entry has filled, and one ends the other.
     *
     * @param takeProfit the exit with a profit
     * @param stopLoss the exit that bounds the loss
     */
    record Bracket(ExitLeg.TakeProfit takeProfit, ExitLeg.StopLoss stopLoss)
            implements OrderClass {}

    /**
     * An exit that takes the profit, the limit order itself, and one that bounds the loss: one ends
     * the other.
     *
     * @param stopLoss the exit that bounds the loss
     */
    record OneCancelsOther(ExitLeg.StopLoss stopLoss) implements OrderClass {}

    /**
     * An entry with one exit, which works once the entry has filled.
     *
     * @param exit the exit
     */
    record OneTriggersOther(ExitLeg exit) implements OrderClass {}
}
