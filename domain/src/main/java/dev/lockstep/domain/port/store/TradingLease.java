package dev.lockstep.domain.port.store;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides which of several processes runs the trading loop: one at a time, for a term that it
 * renews.
 *
 * <p>An owner that is stopped or cut off cannot know that its term has passed. So each new
 * ownership has a higher epoch, and what an owner writes through {@link #repository} is refused in
 * the write itself once there is a higher one.
 *
 * <p>Every method throws {@link RepositoryException}, and nothing else, when the store fails.
 */
public interface TradingLease {
    /**
     * Acquires the lease if it is free; renews one's own. An owner keeps it until this process has
     * observed, by its own monotonic clock, that it was not renewed for the term: wall clocks do
     * not count. So a dead owner is replaced one term after the first call.
     *
     * @param owner a name unique among processes, such as host and process id
     * @param term how long it is held without renewal
     * @return the lease, or empty while another owner may have it
     */
    Optional<Lease> acquire(String owner, Duration term);

    /**
     * Renews a lease.
     *
     * @return the renewed lease, or empty if another owner took it
     */
    Optional<Lease> renew(Lease held, Duration term);

    /** Ends a lease before its term; does nothing if another owner took it. */
    void release(Lease held);

    /**
     * Returns the last lease that was taken, also where its term has passed; empty before the
     * first.
     */
    Optional<Lease> current();

    /**
     * Returns the repository for what the owner of a lease writes: once another owner took it, a
     * write throws {@link RepositoryException.Reason#FENCED} and stores nothing. Reads are not
     * fenced.
     */
    OrderRepository repository(Lease held);

    /** Returns the incidents, fenced as {@link #repository} is. */
    Incidents incidents(Lease held);

    /** Returns the executions, fenced as {@link #repository} is. */
    Fills fills(Lease held);

    /** Returns the loop's reports, fenced as {@link #repository} is. */
    LoopReports loopReports(Lease held);

    /**
     * An ownership.
     *
     * @param owner who
     * @param epoch one more with each new ownership
     * @param until when the term passes by the owner's wall clock; another one with each renewal
     */
    record Lease(String owner, long epoch, Instant until) {
        private static final int MAX_OWNER_CHARS = 128;
        private static final Instant RELEASED = Instant.EPOCH;

        public Lease {
            Text.printable("owner", owner, MAX_OWNER_CHARS);
            if (epoch < 1) {
                throw new InvalidValueException("epoch", epoch, ">= 1");
            }
        }

        /** Returns whether its owner gave it back. */
        public boolean released() {
            return until.equals(RELEASED);
        }

        /** Returns the same lease, given back. */
        public Lease release() {
            return new Lease(owner, epoch, RELEASED);
        }

        /**
         * Returns whether the term has passed by the wall clock, for display only; see {@link
         * #acquire}.
         */
        public boolean passed(Instant now) {
            return !now.isBefore(until);
        }
    }
}
