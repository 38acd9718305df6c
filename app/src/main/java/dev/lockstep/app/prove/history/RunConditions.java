package dev.lockstep.app.prove.history;

import java.util.List;
import java.util.Map;

/**
 * What happens to processes, exchange and network while clients send requests. One thread at a
 * time.
 */
public interface RunConditions {
    /** Returns in a few words what it does, for the progress. */
    String phase();

    /** Returns the options of {@code run} that it needs. */
    List<String> runOptions();

    /** Begins; all processes serve. */
    void begin(List<ServingProcess> processes) throws InterruptedException;

    /** Waits for a moment, then does one thing. */
    void next() throws InterruptedException;

    /** Ends everything that it does: from now on nothing is disturbed. */
    void end() throws InterruptedException;

    /** Returns how often it has done each thing so far. */
    Map<String, Integer> counts();
}
