package dev.lockstep.gateway.alpaca.wire;

import dev.lockstep.alpaca.order.ExitForm;
import dev.lockstep.alpaca.order.PriceField;
import dev.lockstep.alpaca.order.PriceForm;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.request.RequestFields;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the type and the exits of an order request, with their prices. */
final class PricesReader {
    private final RequestFields fields;
    private final RequestFields takeProfit;
    private final RequestFields stopLoss;
    private final PriceForm priceForm;
    private final ExitForm exitForm;

    /**
     * Creates a reader of a request.
     *
     * @throws RefusedRequest if it lacks a price or an exit, or has one that its type does not have
     */
    PricesReader(RequestFields fields) {
        this.fields = fields;
        this.takeProfit = fields.in("take_profit");
        this.stopLoss = fields.in("stop_loss");
        this.priceForm =
                PriceForm.of(fields.required("type")).orElseThrow(() -> invalid("invalid type"));
        String orderClass = fields.text("order_class");
        this.exitForm =
                ExitForm.of(orderClass == null ? "" : orderClass)
                        .orElseThrow(() -> invalid("invalid order_class"));
        Set<PriceField> present = PriceField.in(fields);
        priceForm
                .check(exitForm, present)
                .or(() -> exitForm.check(present))
                .ifPresent(error -> {
                    throw new RefusedRequest(error.refusal());
                });
    }

    /** Returns the type; the limit of a one-cancels-other order is that of its take-profit. */
    OrderType type() {
        return switch (priceForm) {
            case MARKET -> new OrderType.Market();
            case LIMIT -> new OrderType.Limit(limit());
            case STOP -> new OrderType.Stop(required(fields, "stop_price"));
            case STOP_LIMIT -> new OrderType.StopLimit(required(fields, "stop_price"), limit());
            case TRAILING_STOP -> new OrderType.TrailingStop(trail());
        };
    }

    /** Returns the exits; exits of a simple order are ignored, as the venue does. */
    OrderClass orderClass() {
        return switch (exitForm) {
            case SIMPLE -> new OrderClass.Simple();
            case BRACKET -> new OrderClass.Bracket(profit(), loss());
            case OCO -> new OrderClass.OneCancelsOther(loss());
            case OTO ->
                    new OrderClass.OneTriggersOther(
                            stopLoss.text("stop_price") == null ? profit() : loss());
        };
    }

    private Price limit() {
        return exitForm == ExitForm.OCO
                ? required(takeProfit, "limit_price")
                : required(fields, "limit_price");
    }

    private ExitLeg.TakeProfit profit() {
        return new ExitLeg.TakeProfit(required(takeProfit, "limit_price"));
    }

    private ExitLeg.StopLoss loss() {
        return new ExitLeg.StopLoss(
                required(stopLoss, "stop_price"), price(stopLoss, "limit_price"));
    }

    private OrderType.Trail trail() {
        BigDecimal percent = fields.decimal("trail_percent");
        return percent == null
                ? new OrderType.Trail.ByPrice(required(fields, "trail_price"))
                : new OrderType.Trail.ByPercent(percent);
    }

    private static Price required(RequestFields in, String field) {
        Price price = price(in, field);
        if (price == null) {
            throw invalid(field + " is required");
        }
        return price;
    }

    private static @Nullable Price price(RequestFields in, String field) {
        BigDecimal value = in.decimal(field);
        if (value != null && value.signum() <= 0) {
            throw new RefusedRequest(Refusal.unprocessable(field + " must be > 0"));
        }
        return value == null ? null : new Price(value);
    }

    private static RefusedRequest invalid(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }
}
