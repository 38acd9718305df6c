package dev.lockstep.simulation.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Runs actors one at a time in virtual time: an actor that pauses hands its turn to the one whose
 * time comes first, and chance decides between two of the same time.
 */
public final class VirtualTime {
    private final ThreadFactory threads;
    private final RandomGenerator random;
    private final Semaphore back = new Semaphore(0);
    private final PriorityQueue<Wake> wakes =
            new PriorityQueue<>(
                    Comparator.comparingLong(Wake::atNanos)
                            .thenComparingInt(Wake::draw)
                            .thenComparingLong(Wake::number));
    private final List<Actor> actors = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private long nowNanos;
    private Duration longestFreeze = Duration.ZERO;
    private long endNanos;
    private long numbers;
    private @Nullable Actor current;

    private record Wake(long atNanos, int draw, long number, Actor actor, long ticket) {}

    /** What an actor does. */
    @FunctionalInterface
    public interface Body {
        /** Runs the work; an interrupt asks it to end. */
        void run() throws InterruptedException;
    }

    /**
     * No actors yet.
     *
     * @param threads makes one thread for each actor
     * @param random decides between actors of the same time
     */
    public VirtualTime(ThreadFactory threads, RandomGenerator random) {
        this.threads = threads;
        this.random = random;
    }

    /** Nanoseconds since the simulation began. */
    public long nanos() {
        return nowNanos;
    }

    /** Returns uncaught exceptions of actors. */
    public List<String> failures() {
        return failures;
    }

    /** Starts an actor after the given time. */
    public Actor spawn(String name, Host host, Duration after, Body body) {
        Actor actor = new Actor(name, host);
        actors.add(actor);
        threads.newThread(() -> live(actor, body)).start();
        wake(actor, after);
        return actor;
    }

    /** Pauses the running actor. */
    public void pause(Duration time) {
        Actor self = self();
        if (self.holding()) {
            nowNanos += time.toNanos();
            return;
        }
        wake(self, time);
        handOver(self);
    }

    /** Pauses the running actor until {@link #unpark} or for the given time. */
    public void park(Duration atMost) throws InterruptedException {
        pauseUnlessStopped(atMost);
    }

    /** Pauses, and throws if the actor was asked to end. */
    public void pauseUnlessStopped(Duration time) throws InterruptedException {
        Actor self = self();
        if (self.stopping()) {
            throw new InterruptedException("asked to end");
        }
        pause(time);
        if (self.stopping()) {
            throw new InterruptedException("asked to end");
        }
    }

    /** Wakes an actor. */
    public void unpark(Actor actor) {
        if (!actor.ended() && actor != current) {
            wake(actor, Duration.ZERO);
        }
    }

    /** Asks an actor to end at its next pause. */
    public void stop(Actor actor) {
        actor.stop();
        unpark(actor);
    }

    /** Runs work without switching to another actor; pauses in it only advance the time. */
    public <T> T undivided(java.util.function.Supplier<T> work) {
        Actor self = self();
        self.hold();
        try {
            return work.get();
        } finally {
            self.letGo();
        }
    }

    /** Stops a process for the given time, as a signal would. */
    public void freeze(Host host, Duration time) {
        longestFreeze = time.compareTo(longestFreeze) > 0 ? time : longestFreeze;
        host.freeze(nowNanos + time.toNanos());
    }

    /** Returns the longest time for which a process was stopped. */
    public Duration longestFreeze() {
        return longestFreeze;
    }

    /** Kills a process: each of its actors ends where it is. */
    public void kill(Host host) {
        host.die();
        for (Actor actor : List.copyOf(actors)) {
            if (actor.host() == host && !actor.ended() && actor != current) {
                wake(actor, Duration.ZERO);
            }
        }
    }

    /** Throws where the running actor's process is dead. */
    public void requireAlive() {
        Actor self = current;
        if (self != null && self.host().dead()) {
            throw new Killed();
        }
    }

    /** Returns the running actor. */
    public Actor self() {
        Actor self = current;
        if (self == null) {
            throw new IllegalStateException("no actor is running");
        }
        return self;
    }

    /** Returns whether an actor is running. */
    public boolean acting() {
        return current != null;
    }

    /** Runs everything that is due within the given time. */
    public void run(Duration time) {
        endNanos = nowNanos + time.toNanos();
        passOn(null);
        back.acquireUninterruptibly();
        nowNanos = Math.max(nowNanos, endNanos);
        actors.removeIf(Actor::ended);
    }

    /** Ends every actor where it is: a thread that waits for ever would keep all that it uses. */
    public void end() {
        for (Actor actor : List.copyOf(actors)) {
            if (!actor.ended()) {
                actor.host().die();
                wake(actor, Duration.ZERO);
            }
        }
        run(Duration.ZERO);
    }

    /** Returns whether an actor of this host has not ended yet. */
    public boolean busy(Host host) {
        return actors.stream().anyMatch(actor -> actor.host() == host && !actor.ended());
    }

    /** Returns whether a process is stopped. */
    public boolean frozen(Host host) {
        return host.frozenUntilNanos() > nowNanos && !host.dead();
    }

    /**
     * Gives the turn of the calling thread to whom it belongs next, or back to {@link #run}.
     *
     * @return whether it belongs to the caller again
     */
    private boolean passOn(@Nullable Actor caller) {
        Actor next = next();
        current = next;
        if (next == null) {
            back.release();
        } else if (next != caller) {
            next.turn().release();
        }
        return next != null && next == caller;
    }

    private @Nullable Actor next() {
        for (Wake wake = wakes.peek();
                wake != null && wake.atNanos() <= endNanos;
                wake = wakes.peek()) {
            wakes.poll();
            Actor actor = wake.actor();
            if (actor.awaits(wake.ticket())) {
                long frozenUntil = actor.host().frozenUntilNanos();
                if (frozenUntil <= Math.max(nowNanos, wake.atNanos()) || actor.host().dead()) {
                    nowNanos = Math.max(nowNanos, wake.atNanos());
                    return actor;
                }
                enqueue(frozenUntil, actor);
            }
        }
        return null;
    }

    private void live(Actor actor, Body body) {
        actor.turn().acquireUninterruptibly();
        try {
            if (!actor.host().dead()) {
                body.run();
            }
        } catch (Killed | InterruptedException ended) {
            // It ends here.
        } catch (Throwable failed) {
            failures.add(actor.name() + ": " + SimulatedFailures.text(failed));
        } finally {
            actor.end();
            passOn(null);
        }
    }

    private void handOver(Actor self) {
        if (!passOn(self)) {
            self.turn().acquireUninterruptibly();
        }
        if (self.host().dead()) {
            throw new Killed();
        }
    }

    private void wake(Actor actor, Duration after) {
        enqueue(nowNanos + after.toNanos(), actor);
    }

    private void enqueue(long atNanos, Actor actor) {
        wakes.add(new Wake(atNanos, random.nextInt(), numbers++, actor, actor.nextWake()));
    }
}
