package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.broker.alpaca.wire.json.JsonFields;
import dev.lockstep.broker.alpaca.wire.json.Keywords;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts Alpaca's order format to {@link BrokerOrder}. */
final class BrokerOrders {
    private BrokerOrders() {}

    static BrokerOrder order(WireOrder wire, Instant received) throws UnreadableException {
        Instant submittedAt = submittedAt(wire, received);
        try {
            Symbol symbol =
                    AlpacaMapper.symbol(
                            JsonFields.required("symbol", wire.symbol()), wire.assetClass());
            Side side = Keywords.side(wire.side());
            OrderAmount amount = amount(wire);
            Quantity filled = JsonFields.quantity(wire.filledQty());
            return new BrokerOrder(
                    JsonFields.orderId("id", wire.id()),
                    new ClientOrderId(JsonFields.required("client_order_id", wire.clientOrderId())),
                    symbol,
                    side,
                    amount,
                    amount == null ? null : terms(wire, symbol, side, amount),
                    StatusMapper.read(wire.status()),
                    filled == null ? Quantity.ZERO : filled,
                    JsonFields.averagePrice(wire.filledAvgPrice()),
                    submittedAt,
                    wire.updatedAt() == null
                            ? submittedAt
                            : JsonFields.time("updated_at", wire.updatedAt()),
                    legs(wire, received),
                    JsonFields.optionalOrderId("replaces", wire.replaces()),
                    JsonFields.optionalOrderId("replaced_by", wire.replacedBy()));
        } catch (InvalidValueException | NumberFormatException | ArithmeticException wrong) {
            throw new UnreadableException("order " + wire.id() + ": " + wrong.getMessage(), wrong);
        }
    }

    static Instant submittedAt(WireOrder wire, Instant received) throws UnreadableException {
        String text = wire.submittedAt() == null ? wire.createdAt() : wire.submittedAt();
        return text == null ? received : JsonFields.time("submitted_at", text);
    }

    /** Returns the submission time of an order that cannot be parsed otherwise. */
    static Instant submittedAt(JsonNode wire, Instant received) throws UnreadableException {
        JsonNode time = wire.path("submitted_at");
        String text = time.isTextual() ? time.asText() : wire.path("created_at").asText("");
        return text.isEmpty() ? received : JsonFields.time("submitted_at", text);
    }

    private static @Nullable OrderAmount amount(WireOrder wire) throws UnreadableException {
        Quantity orderQty = JsonFields.quantity(wire.qty());
        if (orderQty != null) {
            return new OrderAmount.ByQuantity(orderQty);
        }
        return wire.notional() == null
                ? null
                : new OrderAmount.ByCash(
                        Money.of(JsonFields.required("notional", wire.notional())));
    }

    /**
     * Returns the terms of the order itself, without its legs. Returns null, instead of failing the
     * whole order, if a value is unknown.
     */
    private static @Nullable NewOrder terms(
            WireOrder wire, Symbol symbol, Side side, OrderAmount amount) {
        try {
            WireType type =
                    new WireType(
                            JsonFields.required("type", wire.type()),
                            wire.limitPrice(),
                            wire.stopPrice(),
                            wire.trailPrice(),
                            wire.trailPercent());
            return new NewOrder(
                    symbol,
                    side,
                    amount,
                    type.type(),
                    Keywords.timeInForce(wire.timeInForce()),
                    Boolean.TRUE.equals(wire.extendedHours())
                            ? TradingHours.EXTENDED
                            : TradingHours.REGULAR,
                    new OrderClass.Simple());
        } catch (UnreadableException | InvalidValueException | NumberFormatException strange) {
            return null;
        }
    }

    private static List<BrokerOrder> legs(WireOrder wire, Instant received)
            throws UnreadableException {
        List<BrokerOrder> legs = new ArrayList<>();
        if (wire.legs() != null) {
            for (WireOrder leg : wire.legs()) {
                if (leg == null) {
                    throw new UnreadableException("order " + wire.id() + ": a leg is null");
                }
                legs.add(order(leg, received));
            }
        }
        return legs;
    }
}
