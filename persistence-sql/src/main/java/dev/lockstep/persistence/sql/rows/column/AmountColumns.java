package dev.lockstep.persistence.sql.rows.column;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.OrderAmount;
import java.sql.SQLException;

/** Mapping of an order amount to its two columns, of which the schema requires exactly one. */
public final class AmountColumns {
    private AmountColumns() {}

    public static void bind(Parameters parameters, OrderAmount amount) throws SQLException {
        switch (amount) {
            case OrderAmount.ByQuantity(Quantity qty) ->
                    parameters.textOrNull(qty).textOrNull(null);
            case OrderAmount.ByCash(Money cash) -> parameters.textOrNull(null).textOrNull(cash);
        }
    }

    public static OrderAmount read(Columns columns) throws SQLException {
        Quantity orderQty = columns.valueOrNull(Quantity::of);
        Money cashOrderQty = columns.valueOrNull(Money::of);
        return orderQty != null
                ? new OrderAmount.ByQuantity(orderQty)
                : new OrderAmount.ByCash(Columns.required("cash_order_qty", cashOrderQty));
    }
}
