package dev.lockstep.app.runtime;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Thread factories. */
public final class Threads {
    private static final int TICK_MILLIS = 100;

    private Threads() {}

    /** As many callers as asked for; each has a virtual thread, and what is over waits in line. */
    public static ExecutorService callers(int count) {
        return Executors.newFixedThreadPool(count, Thread.ofVirtual().name("caller-", 0).factory());
    }

    /** Runs each piece of work on a virtual thread of its own; the work is bounded by its giver. */
    public static ExecutorService background() {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("beside-", 0).factory());
    }

    /** A thread that never keeps the process alive, for watching something end. */
    public static void watcher(String name, Runnable watching) {
        Thread.ofPlatform().daemon().name(name).start(watching);
    }

    /** Returns a factory of daemon threads with numbered names. */
    public static ThreadFactory named(String prefix) {
        return Thread.ofPlatform().daemon().name(prefix, 0).factory();
    }

    /** Returns a factory of virtual threads with numbered names. */
    public static ThreadFactory virtual(String prefix) {
        return Thread.ofVirtual().name(prefix, 0).factory();
    }

    /** Does something when the process is asked to end. */
    public static void atExit(Runnable ending) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("ending").unstarted(ending));
    }

    /**
     * Waits until a pool that takes no more work has done all of it. Each piece of work is bounded,
     * so the end comes.
     *
     * @param waiting is called now and then meanwhile
     */
    public static void awaitEnd(ExecutorService pool, Runnable waiting)
            throws InterruptedException {
        while (!pool.awaitTermination(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
            waiting.run();
        }
    }
}
