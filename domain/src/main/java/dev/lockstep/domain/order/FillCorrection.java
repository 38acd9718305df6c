package dev.lockstep.domain.order;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A correction of an execution after the fact: a trade bust (FIX ExecType H), after which nothing
 * of it counts, or a trade correction (FIX ExecType G), after which another quantity or price does.
 *
 * @param id the broker's name of the correction; of one that was found by comparison, a name made
 *     of the execution's
 * @param corrected the execution, or the earlier correction, that it takes the place of
 * @param brokerOrderId the order that had traded
 * @param qty how much of the execution counts from now on, zero after a bust
 * @param px at what price, null after a bust
 * @param at when the broker made it
 * @param evidence the broker's message or entry, or how it was found; at most 4,096 characters are
 *     kept
 */
public record FillCorrection(
        ExecutionId id,
        ExecutionId corrected,
        BrokerOrderId brokerOrderId,
        Quantity qty,
        @Nullable Price px,
        Instant at,
        String evidence) {
    private static final int MAX_EVIDENCE_CHARS = 4_096;

    public FillCorrection {
        if (id.equals(corrected)) {
            throw new InvalidValueException("correctionId", id, "another id than the execution's");
        }
        if (qty.zero() != (px == null)) {
            throw new InvalidValueException(
                    "price", String.valueOf(px), "one where a quantity is left");
        }
        evidence =
                evidence.length() <= MAX_EVIDENCE_CHARS
                        ? evidence
                        : evidence.substring(0, MAX_EVIDENCE_CHARS);
    }

    /** Returns a bust: nothing of the execution counts any more. */
    public static FillCorrection bust(
            ExecutionId id,
            ExecutionId corrected,
            BrokerOrderId brokerOrderId,
            Instant at,
            String evidence) {
        return new FillCorrection(id, corrected, brokerOrderId, Quantity.ZERO, null, at, evidence);
    }

    /** Returns whether nothing of the execution counts any more. */
    public boolean bust() {
        return px == null;
    }
}
