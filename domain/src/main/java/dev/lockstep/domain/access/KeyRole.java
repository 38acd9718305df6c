package dev.lockstep.domain.access;

/** The permissions of a trading key. */
public enum KeyRole {
    /** Reads, and submits, changes and cancels orders. */
    TRADE,
    /** Reads only. */
    READ
}
