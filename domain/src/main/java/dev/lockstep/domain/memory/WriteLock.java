package dev.lockstep.domain.memory;

import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.RepositoryException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The lock of an in-memory repository: acquiring it fails if its owner is found to wait for another
 * thread inside a change, which may be the acquiring one.
 */
final class WriteLock {
    private static final long SAMPLE_MILLIS = 25;
    private static final int SAMPLES = 8;

    private final OwnedLock lock = new OwnedLock();

    /**
     * Takes the lock until it is closed; an interrupt does not end the wait.
     *
     * @throws RepositoryException with reason {@link RepositoryException.Reason#MISUSE}
     */
    Held held() {
        boolean interrupted = Thread.interrupted();
        try {
            long waiting = 0;
            int seen = 0;
            while (true) {
                try {
                    if (lock.tryLock(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
                        return new Held(lock);
                    }
                } catch (InterruptedException _) {
                    interrupted = true;
                }
                long now = lock.waitingPart();
                seen = now != 0 && now == waiting ? seen + 1 : 0;
                waiting = now;
                if (seen >= SAMPLES) {
                    throw waitsForThread();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RepositoryException waitsForThread() {
        return new RepositoryException(
                RepositoryException.Reason.MISUSE,
                "a change that runs inside a write waits for another thread, and this call would"
                        + " wait for it; nothing is stored. The change of an order may look at"
                        + " nothing but the order it is handed");
    }

    /**
     * The lock, taken.
     *
     * @param lock what is released
     */
    record Held(ReentrantLock lock) implements AutoCloseable {
        @Override
        public void close() {
            lock.unlock();
        }
    }

    private static final class OwnedLock extends ReentrantLock {
        private static final long serialVersionUID = 1L;

        /** Returns the part of a write that the owner waits in; 0 where it does not. */
        long waitingPart() {
            @Nullable Thread owner = getOwner();
            return owner == null ? 0 : InsideWrite.waiting(owner);
        }
    }
}
