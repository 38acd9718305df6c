package dev.lockstep.app.progress;

/** Receives the progress of long work, often. */
public interface Progress {
    /** The next part begins. */
    void phase(String name);

    /** Reports the progress of the current phase. */
    void at(long done, long total);
}
