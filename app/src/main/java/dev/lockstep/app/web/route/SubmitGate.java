package dev.lockstep.app.web.route;

import dev.lockstep.app.recovery.Recovery;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.domain.usecase.recover.Resolution;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Delays the first new order of this process until earlier unanswered orders are resolved, as a
 * command does; after that, the trading loop resolves them. Concurrent callers wait together.
 */
public final class SubmitGate {
    private final Recovery recovery;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean open;

    /** Creates a gate that runs a recovery. */
    public SubmitGate(Recovery recovery) {
        this.recovery = recovery;
    }

    /** Waits until the orders of earlier runs are resolved. */
    void pass() throws InterruptedException {
        if (open) {
            return;
        }
        lock.lockInterruptibly();
        try {
            if (!open) {
                settle();
                open = true;
            }
        } finally {
            lock.unlock();
        }
    }

    private void settle() throws InterruptedException {
        List<Resolution.Unresolved> left = recovery.settleThoseOfNow(_ -> {});
        if (!left.isEmpty()) {
            Resolution.Unresolved first = left.getFirst();
            throw new ProblemException(
                    Problem.coded(
                            503,
                            "broker",
                            "no new orders while the outcome of "
                                    + left.size()
                                    + " earlier ones is unknown; the first is "
                                    + first.order().id()
                                    + ": "
                                    + first.text()));
        }
    }
}
