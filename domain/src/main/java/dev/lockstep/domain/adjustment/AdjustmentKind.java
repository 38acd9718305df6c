package dev.lockstep.domain.adjustment;

/** The kinds of adjustments. */
public enum AdjustmentKind {
    /** A fee or its rebate, in coin or in dollars. */
    FEE,
    /** A split, a reverse split, or dollars in lieu of parts of a share. */
    SPLIT,
    /** Shares, coins or dollars that came to the account or left it. */
    TRANSFER,
    /** An option was assigned, exercised, or has expired. */
    ASSIGNMENT,
    /** Shares became others: another symbol, a merger, a spin-off, a reorganization. */
    SYMBOL_CHANGE,
    /** A dividend in dollars or in shares, or what was withheld of one. */
    DIVIDEND,
    /** Interest, paid or received. */
    INTEREST,
    /** Anything else, also what could not be read; its quantity is not counted. */
    OTHER
}
