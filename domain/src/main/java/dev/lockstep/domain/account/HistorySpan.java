package dev.lockstep.domain.account;

/** The period of the account's history; longer periods have larger steps. */
public enum HistorySpan {
    /** One trading day, in steps of five minutes. */
    DAY,
    /** One week, in steps of an hour. */
    WEEK,
    /** One month, day by day. */
    MONTH,
    /** Three months, day by day. */
    QUARTER,
    /** One year, day by day. */
    YEAR
}
