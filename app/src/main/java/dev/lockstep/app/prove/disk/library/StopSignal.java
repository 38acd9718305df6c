package dev.lockstep.app.prove.disk.library;

/** How a process is stopped. */
public enum StopSignal {
    /** It ends at once. */
    KILL(9),
    /** It does nothing until it is continued. */
    STOP(19);

    private final int number;

    StopSignal(int number) {
        this.number = number;
    }

    /** Returns the number on Linux. */
    int number() {
        return number;
    }
}
