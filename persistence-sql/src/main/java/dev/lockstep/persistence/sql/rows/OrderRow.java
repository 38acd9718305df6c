package dev.lockstep.persistence.sql.rows;

import dev.lockstep.domain.audit.EventText;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderState;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.order.WorkingTerms;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.persistence.sql.connection.Binding;
import dev.lockstep.persistence.sql.rows.chain.ChainSql;
import dev.lockstep.persistence.sql.rows.column.AmountColumns;
import dev.lockstep.persistence.sql.rows.column.CarriedColumns;
import dev.lockstep.persistence.sql.rows.column.ClassColumns;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.KeyColumns;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import dev.lockstep.persistence.sql.rows.column.PurposeColumns;
import dev.lockstep.persistence.sql.rows.column.TypeColumns;
import dev.lockstep.persistence.sql.rows.column.WorkingColumns;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Mapping of an order to a row of {@code orders}. */
final class OrderRow {
    private OrderRow() {}

    /**
     * Binds the columns of {@link OrderSql#INSERT_ORDER} and adds the immutable ones to the hashed
     * text.
     */
    static void bindInsert(PreparedStatement statement, Order order, EventText hashed)
            throws SQLException {
        NewOrder terms = order.terms();
        Parameters names =
                new Parameters(Binding.of(statement), ChainSql.TERMS_NAMES, hashed)
                        .text(order.id().value())
                        .text(order.clientOrderId().value());
        Parameters parameters =
                KeyColumns.bind(names, order.idempotencyKey())
                        .textOrNull(order.parent())
                        .textOrNull(order.replaces())
                        .text(terms.symbol().value())
                        .text(terms.side().name());
        AmountColumns.bind(parameters, terms.amount());
        TypeColumns.of(terms.type()).bind(parameters);
        parameters.text(terms.timeInForce().name()).text(terms.tradingHours().name());
        ClassColumns.of(terms.orderClass()).bind(parameters);
        parameters.textOrNull(terms.strategy());
        PurposeColumns.of(order.purpose()).bind(parameters);
        parameters.time(order.createdAt());
        bindState(parameters, order);
        bindIndexedState(parameters, order);
    }

    /** Binds the columns of {@link OrderSql#UPDATE_STATE}. */
    static void bindUpdate(Binding row, Order after) throws SQLException {
        Parameters parameters = new Parameters(row);
        bindState(parameters, after);
        bindWhere(parameters, after);
    }

    /** Binds the columns of {@link OrderSql#UPDATE_INDEXED_STATE}. */
    static void bindIndexedUpdate(Binding row, Order after) throws SQLException {
        Parameters parameters = new Parameters(row);
        bindState(parameters, after);
        bindIndexedState(parameters, after);
        bindWhere(parameters, after);
    }

    /** Reads the columns of {@link OrderSql#ORDER_COLUMNS}. */
    static Order read(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        OrderId id = columns.value(OrderId::new);
        ClientOrderId clientOrderId = columns.value(ClientOrderId::new);
        IdempotencyKey key = KeyColumns.read(columns);
        OrderId parent = columns.valueOrNull(OrderId::new);
        OrderId replaces = columns.valueOrNull(OrderId::new);
        NewOrder terms = terms(columns);
        OrderPurpose purpose = PurposeColumns.read(columns).purpose();
        Instant createdAt = columns.time();
        OrderStatus status = columns.enumValue(OrderStatus.class);
        String brokerStatus = columns.text();
        Quantity cumQty = columns.value(Quantity::of);
        Price avgPx = columns.valueOrNull(Price::of);
        boolean cancelWanted = columns.flag();
        Instant transactTime = columns.timeOrNull();
        String text = columns.text();
        WorkingTerms working = WorkingColumns.read(columns);
        OrderState.Carried carried = CarriedColumns.read(columns);
        Instant updatedAt = columns.time();
        long version = columns.number();
        BrokerOrderId brokerOrderId = columns.valueOrNull(BrokerOrderId::new);
        return new Order(
                id,
                clientOrderId,
                key,
                purpose,
                parent,
                replaces,
                terms,
                new OrderState(
                        status,
                        brokerOrderId,
                        brokerStatus,
                        cumQty,
                        avgPx,
                        cancelWanted,
                        transactTime,
                        text,
                        working,
                        carried),
                createdAt,
                updatedAt,
                version);
    }

    private static NewOrder terms(Columns columns) throws SQLException {
        return new NewOrder(
                columns.value(Symbol::new),
                columns.enumValue(Side.class),
                AmountColumns.read(columns),
                TypeColumns.read(columns).type(),
                columns.enumValue(TimeInForce.class),
                columns.enumValue(TradingHours.class),
                ClassColumns.read(columns).orderClass(),
                columns.valueOrNull(StrategyId::new));
    }

    private static void bindState(Parameters parameters, Order order) throws SQLException {
        OrderState state = order.state();
        parameters
                .text(state.status().name())
                .text(state.brokerStatus())
                .text(state.cumQty().toString())
                .textOrNull(state.avgPx())
                .flag(state.cancelWanted())
                .timeOrNull(state.transactTime())
                .text(state.text());
        WorkingColumns.bind(parameters, state.working());
        CarriedColumns.bind(parameters, state.carried())
                .time(order.updatedAt())
                .number(order.version());
    }

    private static void bindIndexedState(Parameters parameters, Order order) throws SQLException {
        parameters.textOrNull(order.brokerOrderId()).flag(order.status().mayBeAtBroker());
    }

    private static void bindWhere(Parameters parameters, Order after) throws SQLException {
        parameters.text(after.id().value()).number(after.version() - 1);
    }
}
