package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.ORDERS;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Adds up the holding of an instrument from its whole history, on one connection. */
final class HoldingSum {
    private static final Query TRADED =
            OrderSql.RENDER
                    .select(
                            ORDERS.ORDER_ID,
                            ORDERS.SIDE,
                            ORDERS.STATUS,
                            ORDERS.CUM_QTY,
                            ORDERS.CARRIED_QTY,
                            ORDERS.REPLACES)
                    .from(ORDERS)
                    .where(
                            ORDERS.SYMBOL.eq(DSL.param("symbol", ORDERS.SYMBOL)),
                            ORDERS.CUM_QTY
                                    .ne(DSL.inline("0"))
                                    .or(ORDERS.REPLACES.isNotNull())
                                    .or(ORDERS.CARRIED_QTY.isNotNull()));

    private final Session session;

    HoldingSum(Session session) {
        this.session = session;
    }

    /**
     * Computes a holding from the fills of an instrument's orders and its adjustments. Includes
     * replaced orders without fills, because they link later orders of a replace chain to earlier
     * ones.
     */
    NetQuantity of(Symbol symbol) throws SQLException {
        PreparedStatement statement = session.kept(TRADED);
        new Parameters(statement).text(symbol.value());
        Map<String, Traded> byId = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            OrderTable.read(rows, HoldingSum::traded)
                    .forEach(order -> byId.put(order.orderId(), order));
        }
        NetQuantity sum = new AdjustmentTable(session).sum(symbol);
        for (Traded order : byId.values()) {
            sum = order.side().applied(sum, order.cumQty().less(carried(order, byId)));
        }
        return sum;
    }

    /**
     * Returns the quantity carried over from replaced orders: the maximum that one of its
     * predecessors handed over, up to one of which that is recorded. A rejected replacement traded
     * nothing itself.
     */
    private static Quantity carried(Traded order, Map<String, Traded> byId) {
        if (order.replaces() != null && order.status() == OrderStatus.REJECTED) {
            return order.cumQty();
        }
        Quantity most = Quantity.ZERO;
        Traded earlier = byId.get(order.replaces());
        while (earlier != null) {
            Quantity recorded = earlier.carriedQty();
            Quantity handedOver = recorded == null ? earlier.cumQty() : recorded;
            most = handedOver.compareTo(most) > 0 ? handedOver : most;
            earlier = recorded == null ? byId.get(earlier.replaces()) : null;
        }
        return most;
    }

    private static Traded traded(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Traded(
                columns.text(),
                columns.enumValue(Side.class),
                columns.enumValue(OrderStatus.class),
                columns.value(Quantity::of),
                columns.valueOrNull(Quantity::of),
                columns.valueOrNull(text -> text));
    }

    private record Traded(
            String orderId,
            Side side,
            OrderStatus status,
            Quantity cumQty,
            @Nullable Quantity carriedQty,
            @Nullable String replaces) {}
}
