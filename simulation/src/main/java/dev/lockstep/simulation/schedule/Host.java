package dev.lockstep.simulation.schedule;

/** One simulated process: it can be frozen for a while, and it can die. */
public final class Host {
    private final String name;
    private long frozenUntilNanos;
    private boolean dead;

    public Host(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public boolean dead() {
        return dead;
    }

    long frozenUntilNanos() {
        return frozenUntilNanos;
    }

    void freeze(long untilNanos) {
        frozenUntilNanos = Math.max(frozenUntilNanos, untilNanos);
    }

    void die() {
        dead = true;
    }
}
