package dev.lockstep.app.web.route;

import dev.lockstep.domain.order.id.IdempotencyKey;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Handles the requests of one key one after the other, so that each can return the result of the
 * first. Thread-safe; it holds the keys of current requests only.
 */
final class KeyedLock {
    private final Map<IdempotencyKey, Turn> turns = new HashMap<>();

    /** Runs an action when it is this key's turn. */
    <T> T take(IdempotencyKey key, Action<T> request) throws InterruptedException {
        Turn turn = join(key);
        try {
            turn.lock.lockInterruptibly();
            try {
                return request.carriedOut();
            } finally {
                turn.lock.unlock();
            }
        } finally {
            leave(key, turn);
        }
    }

    private Turn join(IdempotencyKey key) {
        synchronized (turns) {
            Turn turn = turns.computeIfAbsent(key, _ -> new Turn());
            turn.waiting++;
            return turn;
        }
    }

    private void leave(IdempotencyKey key, Turn turn) {
        synchronized (turns) {
            turn.waiting--;
            if (turn.waiting == 0) {
                turns.remove(key);
            }
        }
    }

    /** Something to be carried out. */
    @FunctionalInterface
    interface Action<T> {
        T carriedOut() throws InterruptedException;
    }

    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock();
        private int waiting;
    }
}
