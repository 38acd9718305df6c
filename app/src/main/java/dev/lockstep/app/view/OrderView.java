package dev.lockstep.app.view;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.value.ShownValue;
import org.jspecify.annotations.Nullable;

/** Orders as a table. */
public final class OrderView {
    private OrderView() {}

    /** Returns an empty table of orders. */
    public static Table table() {
        return new Table(
                "order",
                "symbol",
                "side",
                "qty",
                "type",
                "tif",
                "status",
                "filled",
                "avg price",
                "updated");
    }

    /** Adds a line to the table. */
    public static void addRow(Table table, Order order) {
        NewOrder terms = order.terms();
        table.row(
                order.id(),
                terms.symbol(),
                terms.side(),
                described(terms.amount()),
                described(terms.type()),
                terms.timeInForce(),
                order.status(),
                order.cumQty(),
                orBlank(order.avgPx()),
                order.updatedAt());
    }

    /** Returns one line such as {@code buy 10 AAPL limit 189.5 day}. */
    public static String described(NewOrder terms) {
        return ShownValue.of(terms.side())
                + " "
                + described(terms.amount())
                + " "
                + terms.symbol()
                + " "
                + described(terms.type())
                + " "
                + ShownValue.of(terms.timeInForce())
                + (terms.tradingHours() == TradingHours.EXTENDED ? " extended hours" : "")
                + described(terms.orderClass())
                + (terms.strategy() == null ? "" : ", of " + terms.strategy());
    }

    /** Returns a quantity, or dollars with their sign. */
    public static String described(OrderAmount amount) {
        return switch (amount) {
            case OrderAmount.ByQuantity(Quantity orderQty) -> orderQty.toString();
            case OrderAmount.ByCash(Money cash) -> CellFormat.UTC.text(cash);
        };
    }

    private static String described(OrderClass orderClass) {
        return switch (orderClass) {
            case OrderClass.Simple _ -> "";
            case OrderClass.Bracket(var profit, var loss) -> described(profit) + described(loss);
            case OrderClass.OneCancelsOther(var loss) -> " oco" + described(loss);
            case OrderClass.OneTriggersOther(var exit) -> described(exit);
        };
    }

    private static String described(ExitLeg exit) {
        return switch (exit) {
            case ExitLeg.TakeProfit(Price limit) -> ", take profit " + limit;
            case ExitLeg.StopLoss(Price stop, Price limit) ->
                    ", stop loss " + stop + (limit == null ? "" : " limit " + limit);
        };
    }

    /** Describes a type briefly. */
    public static String described(OrderType type) {
        return switch (type) {
            case OrderType.Market _ -> "market";
            case OrderType.Limit limit -> "limit " + limit.limitPrice();
            case OrderType.Stop stop -> "stop " + stop.stopPx();
            case OrderType.StopLimit both ->
                    "stop " + both.stopPx() + " limit " + both.limitPrice();
            case OrderType.TrailingStop trailing -> "trail " + described(trailing.trail());
        };
    }

    private static String described(OrderType.Trail trail) {
        return switch (trail) {
            case OrderType.Trail.ByPrice byPrice -> byPrice.offset().toString();
            case OrderType.Trail.ByPercent byPercent -> byPercent.percent().toPlainString() + "%";
        };
    }

    /** Returns the value as a cell; empty for null. */
    public static Object orBlank(@Nullable Object value) {
        return value == null ? "" : value;
    }

    /** Returns the text; empty for null. */
    public static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
