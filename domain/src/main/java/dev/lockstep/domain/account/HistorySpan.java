package dev.lockstep.domain.account;

/** How far back a history of the account's worth goes; a longer one has wider steps. */
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
