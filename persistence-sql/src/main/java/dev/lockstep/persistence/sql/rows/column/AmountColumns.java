package dev.lockstep.persistence.sql.rows.column;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.OrderAmount;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Mapping of an order amount to its two columns, of which the schema requires exactly one. */
public record AmountColumns(@Nullable Quantity orderQty, @Nullable Money cashOrderQty) {
    public static AmountColumns of(OrderAmount amount) {
        return switch (amount) {
            case OrderAmount.ByQuantity(Quantity orderQty) -> new AmountColumns(orderQty, null);
            case OrderAmount.ByCash(Money cashOrderQty) -> new AmountColumns(null, cashOrderQty);
        };
    }

    public static AmountColumns read(Columns columns) throws SQLException {
        return new AmountColumns(columns.valueOrNull(Quantity::of), columns.valueOrNull(Money::of));
    }

    public void bind(Parameters parameters) throws SQLException {
        parameters.textOrNull(orderQty).textOrNull(cashOrderQty);
    }

    public OrderAmount amount() {
        return orderQty != null
                ? new OrderAmount.ByQuantity(orderQty)
                : new OrderAmount.ByCash(Columns.required("cash_order_qty", cashOrderQty));
    }
}
