package dev.lockstep.domain.legacy;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as another platform kept it: what it says, not what is so.
 *
 * @param id its number there, under which it was sent; 1 to {@value #MAX_ID}
 * @param terms what was to be traded
 * @param status the status it has there; unrecognized where the word is none of a broker's
 * @param brokerOrderId the broker's name of it, null where that is not known there
 * @param cumQty how much has traded, zero where that is not told
 * @param avgPx the average price of what has traded, null where that is not told
 * @param parent the row it hangs on, null where it hangs on none
 * @param createdAt when it was made, null where that is not told
 * @param table the table of the row
 * @param row the row as it is there, a line for each column
 */
public record LegacyOrder(
        long id,
        NewOrder terms,
        ReportedStatus status,
        @Nullable BrokerOrderId brokerOrderId,
        Quantity cumQty,
        @Nullable Price avgPx,
        @Nullable Link parent,
        @Nullable Instant createdAt,
        String table,
        String row) {
    /** The largest number; more does not fit into an order's id. */
    public static final long MAX_ID = (1L << 62) - 1;

    public LegacyOrder {
        if (id < 1 || id > MAX_ID) {
            throw new InvalidValueException("id", id, "1 to " + MAX_ID);
        }
    }

    /**
     * That a row hangs on another one.
     *
     * @param field the column that says so
     * @param id the other row's id
     */
    public record Link(String field, long id) {}
}
