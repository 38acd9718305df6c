package dev.lockstep.simulation.schedule;

import java.util.concurrent.Semaphore;

/** A thread of the simulation that runs only while it is its turn. */
public final class Actor {
    private final String name;
    private final Host host;
    private final Semaphore turn = new Semaphore(0);
    private long wake;
    private int held;
    private boolean stopping;
    private boolean ended;

    Actor(String name, Host host) {
        this.name = name;
        this.host = host;
    }

    public String name() {
        return name;
    }

    public Host host() {
        return host;
    }

    /** Returns whether the actor was asked to end. */
    public boolean stopping() {
        return stopping;
    }

    boolean ended() {
        return ended;
    }

    void end() {
        ended = true;
    }

    void stop() {
        stopping = true;
    }

    Semaphore turn() {
        return turn;
    }

    /** Invalidates earlier wake-ups. */
    long nextWake() {
        return ++wake;
    }

    boolean awaits(long number) {
        return wake == number && !ended;
    }

    boolean holding() {
        return held > 0;
    }

    void hold() {
        held++;
    }

    void letGo() {
        held--;
    }
}
