package dev.lockstep.simulation.scenario;

import java.util.Locale;

/** Everything that people, programs and the world do. */
public enum ActorKind {
    /** Submits market, limit, stop, stop-limit and trailing orders, some under a key. */
    SUBMIT,
    /** Submits brackets, one-cancels-other and one-triggers-other orders. */
    SUBMIT_LINKED,
    /** Submits orders for dollars. */
    SUBMIT_NOTIONAL,
    /** Submits orders of coins. */
    SUBMIT_CRYPTO,
    /** Submits again what was submitted before, under the same key. */
    SUBMIT_AGAIN,
    /** Cancels an order, at once or later. */
    CANCEL,
    /** Cancels all of our orders. */
    CANCEL_ALL,
    /** Cancels all orders of an instrument, external ones included. */
    CANCEL_EXTERNAL,
    /** Replaces an order. */
    REPLACE,
    /** Closes a position. */
    CLOSE,
    /** Closes a part of a position. */
    CLOSE_PART,
    /** Closes a position, or a part of it, at a limit that the market may not reach. */
    CLOSE_AT_LIMIT,
    /** Closes a part and the whole of a position at the same moment. */
    CLOSE_TOGETHER,
    /** Closes what a strategy holds. */
    CLOSE_STRATEGY,
    /** Reverses a position. */
    REVERSE,
    /** Halts, cancels everything, closes everything, and later resumes. */
    FLATTEN,
    /** Halts and later resumes. */
    HALT,
    /** Reduces and later resumes. */
    REDUCE,
    /** Submits exits that wait locally until their parent fills. */
    EXIT_AFTER,
    /** Adopts external orders. */
    ADOPT,
    /** Sends and cancels orders elsewhere, under the same account. */
    EXTERNAL_ORDERS,
    /** Cancels and replaces our orders elsewhere. */
    EXTERNAL_CHANGES,
    /** Holds an option and works an order of one, which cannot be read here. */
    OPTIONS,
    /** Splits shares forward and backward, pays dividends, and transfers shares and dollars. */
    CORPORATE_ACTIONS,
    /**
     * Takes trades of our orders back after the fact, or a part of one, also of replaced ones and
     * of entries that have exits.
     */
    BUSTS,
    /** Makes our orders smaller at the exchange, without a request. */
    RESIZES,
    /**
     * Gives every order to one of two strategies, sets and changes their limits, and pauses them.
     */
    STRATEGIES,
    /** Imports the growing book of another platform, some of whose orders are at the exchange. */
    IMPORT,
    /** Moves prices. */
    PRICES,
    /**
     * Limits the number of open orders, the value of a position, the quantity, value and rate of
     * orders, and the daily loss; in some runs the account has little cash and may not borrow.
     */
    LIMITS,
    /** Submits, repeats and cancels orders through the gateway, under its own client order ids. */
    BOT,
    /** Submits many resting orders, all of which the exchange cancels later without an event. */
    MASS_CANCEL;

    /** Returns its name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
