package dev.lockstep.app.progress;

/** Is told how far something long is, often. */
public interface Progress {
    /** The next part begins. */
    void phase(String name);

    /** So much of the part is done. */
    void at(long done, long total);
}
