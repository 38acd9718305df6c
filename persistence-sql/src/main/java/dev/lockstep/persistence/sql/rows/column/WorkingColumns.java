package dev.lockstep.persistence.sql.rows.column;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.WorkingTerms;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Mapping of an order's working quantity and prices to three nullable columns. */
public final class WorkingColumns {
    private WorkingColumns() {}

    public static @Nullable WorkingTerms read(Columns columns) throws SQLException {
        Quantity orderQty = columns.valueOrNull(Quantity::of);
        Price limitPrice = columns.valueOrNull(Price::of);
        Price stopPx = columns.valueOrNull(Price::of);
        return orderQty == null && limitPrice == null && stopPx == null
                ? null
                : new WorkingTerms(orderQty, limitPrice, stopPx);
    }

    public static Parameters bind(Parameters parameters, @Nullable WorkingTerms working)
            throws SQLException {
        return working == null
                ? parameters.textOrNull(null).textOrNull(null).textOrNull(null)
                : parameters
                        .textOrNull(working.orderQty())
                        .textOrNull(working.limitPrice())
                        .textOrNull(working.stopPx());
    }
}
