package dev.lockstep.app.web.route;

import dev.lockstep.domain.order.id.IdempotencyKey;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets requests of one key pass one after the other, so that each of them can be told what became
 * of the first instead of that it is on its way. Safe for use by several threads; the keys kept are
 * those of requests that are being carried out.
 */
final class KeyedLock {
    private final Map<IdempotencyKey, Turn> turns = new HashMap<>();

    /** Carries out a wish when it is this key's turn. */
    <T> T take(IdempotencyKey key, Wish<T> wish) throws InterruptedException {
        Turn turn = join(key);
        try {
            turn.lock.lockInterruptibly();
            try {
                return wish.carriedOut();
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
    interface Wish<T> {
        T carriedOut() throws InterruptedException;
    }

    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock();
        private int waiting;
    }
}
