package dev.lockstep.simulation.check;

import java.util.Locale;

/** What must hold whatever goes wrong, each as one sentence. */
public enum Invariant {
    NO_UNEXPECTED_FAILURE("Nothing throws what its callers do not expect."),
    ONE_ORDER_PER_INTENT("Each intent has at most one order at the broker."),
    NO_ORDER_LOST("Each order at the broker has an intent here, or is external."),
    ANSWERS_ARE_KEPT("An order whose caller got an answer is stored."),
    ORDERS_AGREE("Status, quantity and filled quantity of each order are the broker's."),
    POSITIONS_AGREE("What orders and adjustments add up to is what the broker holds."),
    CASH_AGREES("Stored executions and account entries add up to the account's cash."),
    PROFIT_AGREES("Profit, in all and of each strategy, is what the exchange's trades brought."),
    FILLS_AGREE("The stored executions of each order add up to what it has filled."),
    STRATEGIES_SURVIVE("A replacement and a leg belong to the strategy of their order."),
    STRATEGY_HOLDINGS_AGREE("What each strategy holds is what its own orders traded."),
    LEGS_ARE_LINKED("A leg has the same parent as at the broker."),
    CANCELS_COME_TRUE(
            "An order whose cancel was accepted ends, and so does ours that replaced it."),
    REQUESTS_ARE_PURSUED("Every request for an open order is pursued."),
    FLAT_STAYS_FLAT(
            "When the kill switch answers flat, nothing is held; from then on nothing opens a"
                    + " position, and no order from before it ever does."),
    HALT_HOLDS("No order that leaves while trading is held back makes a position larger."),
    EXITS_NEVER_OPEN(
            "An exit that waits locally never opens or turns a position, and no exit rests that is"
                    + " larger than what a bust has left."),
    CLOSES_END(
            "A close ends, or an incident says that it waits; one that ended without filling says"
                    + " why."),
    CLOSES_COVER(
            "An accepted close of a whole position is answered by an order for all of it, not by a"
                    + " part's, and no earlier exit of a strategy works on after its close."),
    REVERSALS_END(
            "An accepted reversal is sent once its close has filled, or its order ends and says"
                    + " why."),
    LIMITS_HOLD("The orders of all processes together stay within the limits."),
    NOTHING_UNRESOLVED("No order is unanswered once the faults have ended."),
    NO_UNTRUE_INCIDENT("No incident is open that is not true."),
    INCIDENT_MISSING("A problem that lasts at the broker is an open incident."),
    HEALTH_IS_GREEN("Health has no problem once the faults have ended."),
    NOTHING_REPEATS("Nothing is written any more, and no order has too many events."),
    EXTERNAL_UNTOUCHED("Orders that are not ours end only by themselves or by their owner."),
    AUDIT_INTACT("The hash chain verifies, and each order is what its events say.");

    private final String sentence;

    Invariant(String sentence) {
        this.sentence = sentence;
    }

    /** Returns the sentence. */
    public String sentence() {
        return sentence;
    }

    /** Returns its name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
