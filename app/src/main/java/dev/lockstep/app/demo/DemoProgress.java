package dev.lockstep.app.demo;

/** Is told how far the demo is, often. */
public interface DemoProgress {
    /** The next part begins. */
    void phase(String name);

    /** So much of the part is done. */
    void at(long done, long total);
}
