package dev.lockstep.persistence.sql.rows.column;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.OrderState.Carried;
import dev.lockstep.domain.value.InvalidValueException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Mapping of the fills that a replacement counts to two nullable columns. */
public final class CarriedColumns {
    private CarriedColumns() {}

    public static @Nullable Carried read(Columns columns) throws SQLException {
        Quantity qty = columns.valueOrNull(Quantity::of);
        Price avgPx = columns.valueOrNull(Price::of);
        if (qty == null && avgPx != null) {
            throw new InvalidValueException("carried_px", avgPx, "NULL without carried_qty");
        }
        return qty == null ? null : new Carried(qty, avgPx);
    }

    public static Parameters bind(Parameters parameters, @Nullable Carried carried)
            throws SQLException {
        return carried == null
                ? parameters.textOrNull(null).textOrNull(null)
                : parameters.textOrNull(carried.qty()).textOrNull(carried.avgPx());
    }
}
