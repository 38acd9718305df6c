package dev.lockstep.app.prove.soak;

import java.util.List;

/**
 * One moment of a soak.
 *
 * @param second the time since its begin, in seconds
 * @param walBytes the size of the WAL
 * @param processes what each process used; without those that could not be read
 */
public record SoakSample(long second, long walBytes, List<ProcessSample> processes) {
    public SoakSample {
        processes = List.copyOf(processes);
    }
}
