package dev.lockstep.domain.access;

/** The part of the account that a trading key shows. */
public enum KeyView {
    /** The whole account, with the orders of all strategies. */
    ACCOUNT,
    /** The orders, positions and executions of its own strategy only. */
    STRATEGY
}
