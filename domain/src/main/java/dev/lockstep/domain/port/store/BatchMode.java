package dev.lockstep.domain.port.store;

/** What one order that cannot be updated means for the others of its batch. */
public enum BatchMode {
    /** Nothing: each order stands for itself. */
    EACH_FOR_ITSELF,
    /** None is updated. */
    ALL_OR_NOTHING
}
