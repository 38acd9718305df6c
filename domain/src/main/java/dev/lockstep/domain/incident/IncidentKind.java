package dev.lockstep.domain.incident;

/** The kinds of incidents. */
public enum IncidentKind {
    /** Our fills and the broker's position differ. */
    POSITION_MISMATCH,
    /** A position at the broker is worth more than the limit for one. */
    POSITION_TOO_LARGE,
    /** The executions of an order add up to another quantity than it is said to have traded. */
    FILL_MISMATCH,
    /**
     * The last stop that was to protect a position was refused, canceled for a close that did not
     * go through at once, or ended at the broker without a request from here, and nothing took its
     * place.
     */
    UNPROTECTED_POSITION,
    /** Every position is to be closed, and some are left or may be opened by orders. */
    FLATTEN_UNFINISHED,
    /** Every external order is to be canceled, and some still work. */
    CANCEL_UNFINISHED,
    /** A position that is to be closed is not: the shares are not free, or the broker refuses. */
    POSITION_NOT_CLOSED,
    /** External orders work at the broker: one incident for all of them. */
    EXTERNAL_ORDER,
    /** The broker accepts no orders on this account. */
    ACCOUNT_RESTRICTED,
    /** The broker has an order, a position or an execution that cannot be read here. */
    UNREADABLE_AT_BROKER,
    /** The broker has an order that was sent from here and was missing here. */
    LOST_ORDER,
    /** The broker busted or corrected an execution after the fact. */
    EXECUTION_CORRECTED,
    /** An order that counted as closed here works at the broker after all. */
    ORDER_REOPENED,
    /** The broker works an order of ours at another quantity or price than it was sent at. */
    ORDER_CHANGED_AT_BROKER,
    /** More of a replacement may trade than was requested. */
    ORDER_EXCEEDS_REQUEST,
    /** The orders here have not been compared with the broker's for too long. */
    SYNC_STALE,
    /** An order has been unanswered for too long. */
    ORDER_UNRESOLVED,
    /** The broker has not confirmed a requested cancel or replacement for too long. */
    CHANGE_UNCONFIRMED,
    /** The broker once had an order and does not show it any more. */
    ORDER_MISSING,
    /**
     * The broker has an order under one of our client order ids that differs from the order that
     * was sent.
     */
    BROKER_ORDER_CONFLICT,
    /** The machine's wall clock was set, or the machine was suspended. */
    CLOCK_STEP,
    /** An order that was closed as never accepted reached the broker after all. */
    ORDER_LATE,
    /** The store's journal exceeds its bound: a reader keeps it from shrinking. */
    JOURNAL_GROWS,
    /** The files of the TLS certificate cannot be used, or it expires soon. */
    TLS_CERTIFICATE,
    /** The broker refuses orders of one symbol, side and reason again and again. */
    REFUSED_REPEATEDLY,
    /** A channel has delivered no notification for a while. */
    NOTIFICATIONS_FAIL
}
