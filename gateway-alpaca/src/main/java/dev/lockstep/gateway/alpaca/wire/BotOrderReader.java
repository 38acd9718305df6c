package dev.lockstep.gateway.alpaca.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.request.RequestFields;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Parses an order request; unknown keys are ignored. */
public final class BotOrderReader {
    private final Function<String, Symbol> symbols;

    /**
     * Creates a reader.
     *
     * @param symbols finds the symbol of a text, which may be an asset id
     */
    public BotOrderReader(Function<String, Symbol> symbols) {
        this.symbols = symbols;
    }

    /**
     * Parses the body of an order request.
     *
     * @throws RefusedRequest if it is invalid
     */
    public BotOrderRequest order(ObjectNode body) {
        RequestFields fields = new RequestFields(body);
        if ("mleg".equals(fields.text("order_class"))) {
            throw invalid("multi-leg orders are not supported");
        }
        String clientOrderId = clientOrderId(fields);
        Symbol symbol = symbols.apply(fields.required("symbol"));
        PricesReader prices = new PricesReader(fields);
        NewOrder terms =
                valid(() ->
                        new NewOrder(
                                symbol,
                                OrderWords.side(fields.required("side")),
                                amount(fields),
                                prices.type(),
                                OrderWords.timeInForce(fields.required("time_in_force")),
                                fields.flag("extended_hours")
                                        ? TradingHours.EXTENDED
                                        : TradingHours.REGULAR,
                                prices.orderClass()));
        return new BotOrderRequest(terms, clientOrderId, effect(fields));
    }

    /**
     * Returns the bot's name of an order, null if it chose none.
     *
     * @throws RefusedRequest if it is too long
     */
    public static @Nullable String clientOrderId(RequestFields fields) {
        String text = fields.text("client_order_id");
        if (text == null) {
            return null;
        }
        if (text.length() > ClientOrderId.MAX_CHARS) {
            throw invalid("client_order_id must be no more than 128 characters");
        }
        if (text.isBlank() || text.codePoints().anyMatch(Character::isISOControl)) {
            throw invalid("client_order_id must be printable");
        }
        return text;
    }

    private static @Nullable PositionEffect effect(RequestFields fields) {
        String text = fields.text("position_intent");
        return text == null ? null : PositionEffect.of(text);
    }

    private static OrderAmount amount(RequestFields fields) {
        BigDecimal qty = fields.decimal("qty");
        BigDecimal notional = fields.decimal("notional");
        if (qty != null && notional != null) {
            throw invalid("only one of qty or notional is accepted");
        }
        if (qty != null) {
            require(qty.signum() > 0, "qty must be > 0");
            return new OrderAmount.ByQuantity(new Quantity(qty));
        }
        if (notional == null) {
            throw invalid("qty or notional is required");
        }
        require(notional.signum() > 0, "notional must be > 0");
        return new OrderAmount.ByCash(new Money(notional));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new RefusedRequest(Refusal.unprocessable(message));
        }
    }

    /** Returns a value; an invalid one is the bot's mistake. */
    public static <T> T valid(Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidValueException wrong) {
            throw new RefusedRequest(Refusal.unprocessable("invalid order: " + wrong.getMessage()));
        }
    }

    private static RefusedRequest invalid(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }
}
