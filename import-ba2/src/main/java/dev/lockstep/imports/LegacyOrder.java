package dev.lockstep.imports;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as another platform stored it; its content is a claim, not a fact.
 *
 * @param id its number there, under which it was sent; 1 to {@value #MAX_ID}
 * @param terms its terms
 * @param status its status there; unrecognized if it is not a status of the broker
 * @param brokerOrderId the broker's id, null if unknown there
 * @param cumQty the filled quantity, zero if not given
 * @param avgPx the average price, null if not given
 * @param parent the row it depends on, null if none
 * @param createdAt when it was created, null if not given
 * @param table the table of the row
 * @param row the original row, one line for each column
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
     * A dependency on another row.
     *
     * @param field the column of the dependency
     * @param id the id of the other row
     */
    public record Link(String field, long id) {}
}
