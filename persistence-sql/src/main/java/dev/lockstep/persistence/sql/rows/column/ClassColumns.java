package dev.lockstep.persistence.sql.rows.column;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.ExitLeg.StopLoss;
import dev.lockstep.domain.order.ExitLeg.TakeProfit;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderClass.Bracket;
import dev.lockstep.domain.order.OrderClass.OneCancelsOther;
import dev.lockstep.domain.order.OrderClass.OneTriggersOther;
import dev.lockstep.domain.order.OrderClass.Simple;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Mapping of an order class to its four columns. */
public record ClassColumns(
        Kind kind,
        @Nullable Price takeProfitLimit,
        @Nullable Price stopLossStop,
        @Nullable Price stopLossLimit) {

    public static ClassColumns of(OrderClass orderClass) {
        return switch (orderClass) {
            case Simple _ -> new ClassColumns(Kind.SIMPLE, null, null, null);
            case Bracket(TakeProfit(Price profit), StopLoss(Price stop, Price limit)) ->
                    new ClassColumns(Kind.BRACKET, profit, stop, limit);
            case OneCancelsOther(StopLoss(Price stop, Price limit)) ->
                    new ClassColumns(Kind.ONE_CANCELS_OTHER, null, stop, limit);
            case OneTriggersOther(TakeProfit(Price profit)) ->
                    new ClassColumns(Kind.ONE_TRIGGERS_OTHER, profit, null, null);
            case OneTriggersOther(StopLoss(Price stop, Price limit)) ->
                    new ClassColumns(Kind.ONE_TRIGGERS_OTHER, null, stop, limit);
        };
    }

    public static ClassColumns read(Columns columns) throws SQLException {
        return new ClassColumns(
                columns.enumValue(Kind.class),
                columns.valueOrNull(Price::of),
                columns.valueOrNull(Price::of),
                columns.valueOrNull(Price::of));
    }

    public void bind(Parameters parameters) throws SQLException {
        parameters
                .text(kind.name())
                .textOrNull(takeProfitLimit)
                .textOrNull(stopLossStop)
                .textOrNull(stopLossLimit);
    }

    public OrderClass orderClass() {
        return switch (kind) {
            case SIMPLE -> new Simple();
            case BRACKET -> new Bracket(takeProfit(), stopLoss());
            case ONE_CANCELS_OTHER -> new OneCancelsOther(stopLoss());
            case ONE_TRIGGERS_OTHER -> new OneTriggersOther(exit());
        };
    }

    private ExitLeg exit() {
        return takeProfitLimit != null ? takeProfit() : stopLoss();
    }

    private TakeProfit takeProfit() {
        return new TakeProfit(Columns.required("take_profit_limit", takeProfitLimit));
    }

    private StopLoss stopLoss() {
        return new StopLoss(Columns.required("stop_loss_stop", stopLossStop), stopLossLimit);
    }

    /** The stored values of order classes. */
    public enum Kind {
        SIMPLE,
        BRACKET,
        ONE_CANCELS_OTHER,
        ONE_TRIGGERS_OTHER
    }
}
