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
     * Takes the lease if nobody has it; one's own is renewed. An owner has it until this process
     * has seen, by its own monotonic clock, that it was not renewed for the term: the wall clock of
     * neither process counts. So a dead owner is replaced a term after the first call.
     *
     * @param owner a name that no other process has, such as host and process id
     * @param term for how long it is held without being renewed
     * @return the lease, or empty while another owner may have it
     */
    Optional<Lease> acquire(String owner, Duration term);

    /**
     * Makes the term of a lease run from now.
     *
     * @return the lease with its new term, or empty if another owner took it
     */
    Optional<Lease> renew(Lease held, Duration term);

    /** Ends a lease before its term; does nothing if another owner took it. */
    void release(Lease held);

    /** The last lease that was taken, also where its term has passed; empty before the first. */
    Optional<Lease> current();

    /**
     * The repository for what the owner of a lease writes: once another owner took it, a write
     * throws {@link RepositoryException.Reason#FENCED} and stores nothing. Reads are not fenced.
     */
    OrderRepository repository(Lease held);

    /** The incidents, fenced as {@link #repository} is. */
    Incidents incidents(Lease held);

    /** The executions, fenced as {@link #repository} is. */
    Fills fills(Lease held);

    /** The loop's reports, fenced as {@link #repository} is. */
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

        /** Whether its owner gave it back. */
        public boolean released() {
            return until.equals(RELEASED);
        }

        /** The same lease, given back. */
        public Lease release() {
            return new Lease(owner, epoch, RELEASED);
        }

        /** Whether the term has passed by the wall clock, for people; see {@link #acquire}. */
        public boolean passed(Instant now) {
            return !now.isBefore(until);
        }
    }
}
