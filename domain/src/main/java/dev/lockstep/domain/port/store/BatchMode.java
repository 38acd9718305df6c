package dev.lockstep.domain.port.store;

/** The effect of one failed update on the others of its batch. */
public enum BatchMode {
    /** None: each update is independent. */
    EACH_FOR_ITSELF,
    /** None is updated. */
    ALL_OR_NOTHING
}
