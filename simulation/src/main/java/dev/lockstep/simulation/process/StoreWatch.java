package dev.lockstep.simulation.process;

/** Is shown each answer of a store at the very moment from which it holds. */
@FunctionalInterface
public interface StoreWatch {
    /**
     * A call has been carried out.
     *
     * @param method the name of the port's method
     * @param answer what it returned
     */
    void answered(String method, Object answer);
}
