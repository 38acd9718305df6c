package dev.lockstep.simulation.process;

import com.google.inject.Module;
import java.util.random.RandomGenerator;

/** The database of one scenario, removed when it is closed. */
public interface ScenarioDatabase extends AutoCloseable {
    /**
     * Returns the module by which a process opens it.
     *
     * @param random draws the tag of a new database
     */
    Module module(RandomGenerator random);

    @Override
    void close();
}
