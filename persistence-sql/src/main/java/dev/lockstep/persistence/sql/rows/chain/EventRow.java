package dev.lockstep.persistence.sql.rows.chain;

import dev.lockstep.domain.audit.EventText;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderState;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.persistence.sql.connection.Binding;
import dev.lockstep.persistence.sql.rows.column.CarriedColumns;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import dev.lockstep.persistence.sql.rows.column.WorkingColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Mapping of an event to a row of {@code order_events}. */
public final class EventRow {
    private EventRow() {}

    /**
     * Binds the columns of {@link OrderSql#EVENT} and adds them to the hashed text; further
     * parameters may follow.
     */
    static Parameters bind(Binding row, OrderEvent event, EventText hashed) throws SQLException {
        OrderState state = event.state();
        Evidence evidence = event.evidence();
        Parameters parameters =
                new Parameters(row, ChainSql.EVENT_NAMES, hashed)
                        .text(event.orderId().value())
                        .number(event.version())
                        .time(event.at())
                        .text(state.status().name())
                        .textOrNull(state.brokerOrderId())
                        .text(state.brokerStatus())
                        .text(state.cumQty().toString())
                        .textOrNull(state.avgPx())
                        .flag(state.cancelWanted())
                        .timeOrNull(state.transactTime())
                        .text(state.text())
                        .text(evidence.source().name())
                        .text(evidence.summary())
                        .text(evidence.requestId())
                        .text(evidence.payload());
        WorkingColumns.bind(parameters, state.working());
        return CarriedColumns.bind(parameters, state.carried());
    }

    /** Reads the columns of {@link OrderSql#HISTORY}. */
    public static OrderEvent read(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        OrderId id = columns.value(OrderId::new);
        long version = columns.number();
        Instant at = columns.time();
        OrderState sent =
                new OrderState(
                        columns.enumValue(OrderStatus.class),
                        columns.valueOrNull(BrokerOrderId::new),
                        columns.text(),
                        columns.value(Quantity::of),
                        columns.valueOrNull(Price::of),
                        columns.flag(),
                        columns.timeOrNull(),
                        columns.text());
        Evidence evidence =
                new Evidence(
                        columns.enumValue(Evidence.Source.class),
                        columns.text(),
                        columns.text(),
                        columns.text());
        OrderState state =
                sent.with(WorkingColumns.read(columns)).carrying(CarriedColumns.read(columns));
        return new OrderEvent(id, version, at, state, evidence);
    }
}
