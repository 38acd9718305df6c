package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.usecase.query.StoredAges;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The pause after closes that the broker refused in a row; each further refusal doubles it. */
final class RefusalPause {
    /** Number of refusals in a row without a pause. */
    private static final int FREE_REFUSALS = 3;

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final CloseChain closes;
    private final PlatformClock clock;
    private final StoredAges ages;

    RefusalPause(CloseChain closes, PlatformClock clock) {
        this.closes = closes;
        this.clock = clock;
        this.ages = new StoredAges(clock);
    }

    /** Returns when a close may be sent again; empty if it may be sent now. */
    Optional<Instant> until(Order last) {
        int refused = closes.refusedInARow(last);
        if (refused < FREE_REFUSALS) {
            return Optional.empty();
        }
        Duration pause = FIRST.multipliedBy(1L << (refused - FREE_REFUSALS));
        Duration left =
                (pause.compareTo(LONGEST) < 0 ? pause : LONGEST)
                        .minus(ages.of(last.id().value(), last.updatedAt()));
        return left.isPositive() ? Optional.of(clock.instant().plus(left)) : Optional.empty();
    }
}
