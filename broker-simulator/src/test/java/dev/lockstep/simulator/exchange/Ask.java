package dev.lockstep.simulator.exchange;

import static dev.lockstep.simulator.exchange.Venue.dec;

import dev.lockstep.simulator.exchange.model.OrderClass;
import dev.lockstep.simulator.exchange.model.OrderType;
import dev.lockstep.simulator.exchange.model.PositionIntent;
import dev.lockstep.simulator.exchange.model.RequestedOrder;
import dev.lockstep.simulator.exchange.model.Side;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Builders for order requests. */
public final class Ask {
    private final String symbol;
    private final Side side;
    private OrderType type = OrderType.MARKET;
    private TimeInForce timeInForce = TimeInForce.DAY;
    private OrderClass orderClass = OrderClass.SIMPLE;
    private boolean extendedHours;
    private @Nullable BigDecimal qty = BigDecimal.TEN;
    private @Nullable BigDecimal notional;
    private @Nullable BigDecimal limit;
    private @Nullable BigDecimal stop;
    private @Nullable BigDecimal trailPrice;
    private @Nullable BigDecimal trailPercent;
    private @Nullable BigDecimal takeProfit;
    private @Nullable BigDecimal stopLoss;
    private @Nullable PositionIntent intent;

    private Ask(String symbol, Side side) {
        this.symbol = symbol;
        this.side = side;
    }

    public static Ask buy(String symbol) {
        return new Ask(symbol, Side.BUY);
    }

    public static Ask sell(String symbol) {
        return new Ask(symbol, Side.SELL);
    }

    public Ask qty(String value) {
        qty = dec(value);
        return this;
    }

    public Ask notional(String value) {
        qty = null;
        notional = dec(value);
        return this;
    }

    public Ask limit(String value) {
        type = type == OrderType.STOP ? OrderType.STOP_LIMIT : OrderType.LIMIT;
        limit = dec(value);
        return this;
    }

    Ask stop(String value) {
        type = type == OrderType.LIMIT ? OrderType.STOP_LIMIT : OrderType.STOP;
        stop = dec(value);
        return this;
    }

    Ask typed(OrderType value) {
        type = value;
        return this;
    }

    Ask takeProfit(String value) {
        takeProfit = dec(value);
        return this;
    }

    Ask withoutTakeProfit() {
        takeProfit = null;
        return this;
    }

    Ask trailPrice(String value) {
        type = OrderType.TRAILING_STOP;
        trailPrice = dec(value);
        return this;
    }

    Ask trailPercent(String value) {
        type = OrderType.TRAILING_STOP;
        trailPercent = dec(value);
        return this;
    }

    public Ask during(TimeInForce value) {
        timeInForce = value;
        return this;
    }

    Ask extendedHours() {
        extendedHours = true;
        return this;
    }

    public Ask bracket(String profit, String loss) {
        orderClass = OrderClass.BRACKET;
        takeProfit = dec(profit);
        stopLoss = dec(loss);
        return this;
    }

    Ask oco(String profit, String loss) {
        bracket(profit, loss);
        orderClass = OrderClass.OCO;
        type = OrderType.LIMIT;
        return this;
    }

    Ask otoStop(String loss) {
        orderClass = OrderClass.OTO;
        stopLoss = dec(loss);
        return this;
    }

    Ask meaning(PositionIntent positionIntent) {
        intent = positionIntent;
        return this;
    }

    public RequestedOrder build() {
        return new RequestedOrder(
                symbol,
                qty,
                notional,
                side,
                type,
                timeInForce,
                limit,
                stop,
                trailPrice,
                trailPercent,
                extendedHours,
                null,
                orderClass,
                takeProfit,
                stopLoss,
                null,
                intent);
    }
}
