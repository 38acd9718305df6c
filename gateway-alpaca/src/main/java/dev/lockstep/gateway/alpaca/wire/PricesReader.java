package dev.lockstep.gateway.alpaca.wire;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.request.RequestFields;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Parses the type and the exits of an order request, with their prices. */
final class PricesReader {
    private final RequestFields fields;
    private final RequestFields takeProfit;
    private final RequestFields stopLoss;

    PricesReader(RequestFields fields) {
        this.fields = fields;
        this.takeProfit = fields.in("take_profit");
        this.stopLoss = fields.in("stop_loss");
    }

    /**
     * Returns the type.
     *
     * @param oco whether the take-profit's limit is the order's own, as in a one-cancels-other
     *     order
     */
    OrderType type(String word, boolean oco) {
        OrderType type = priced(word, oco);
        boolean trail = fields.has("trail_price") || fields.has("trail_percent");
        if (trail && !(type instanceof OrderType.TrailingStop)) {
            throw new RefusedRequest(
                    Refusal.unprocessable("trail_price and trail_percent need a trailing_stop"));
        }
        return type;
    }

    private OrderType priced(String word, boolean oco) {
        boolean limit = fields.has("limit_price");
        boolean stop = fields.has("stop_price");
        return switch (word) {
            case "market" -> {
                require(!limit && !stop, "market orders require no stop or limit price");
                yield new OrderType.Market();
            }
            case "limit" -> {
                Price price = oco && !limit ? takeProfit() : price(fields, "limit_price");
                require(price != null && !stop, "limit orders require only limit price");
                yield new OrderType.Limit(present(price));
            }
            case "stop" -> {
                require(stop && !limit, "stop orders require only stop price");
                yield new OrderType.Stop(present(price(fields, "stop_price")));
            }
            case "stop_limit" -> {
                require(stop && limit, "stop limit orders require both stop and limit price");
                yield new OrderType.StopLimit(
                        present(price(fields, "stop_price")),
                        present(price(fields, "limit_price")));
            }
            case "trailing_stop" -> {
                require(!limit && !stop, "trailing stop orders require no stop or limit price");
                yield new OrderType.TrailingStop(trail());
            }
            default -> throw invalid("invalid type");
        };
    }

    /** Returns the exits; exits of a simple order are ignored, as the venue does. */
    OrderClass orderClass(String word) {
        return switch (word) {
            case "", "simple" -> new OrderClass.Simple();
            case "bracket" -> {
                require(takeProfit() != null, "bracket orders require take_profit.limit_price");
                yield new OrderClass.Bracket(
                        new ExitLeg.TakeProfit(present(takeProfit())), loss("bracket"));
            }
            case "oco" -> new OrderClass.OneCancelsOther(loss("oco"));
            case "oto" -> new OrderClass.OneTriggersOther(oneExit());
            default -> throw invalid("invalid order_class");
        };
    }

    private ExitLeg oneExit() {
        boolean profit = takeProfit() != null;
        boolean loss = stopLoss.has("stop_price");
        require(profit != loss, "oto orders require either take_profit or stop_loss");
        return profit ? new ExitLeg.TakeProfit(present(takeProfit())) : loss("oto");
    }

    private ExitLeg.StopLoss loss(String orderClass) {
        require(stopLoss.has("stop_price"), orderClass + " orders require stop_loss.stop_price");
        return new ExitLeg.StopLoss(
                present(price(stopLoss, "stop_price")), price(stopLoss, "limit_price"));
    }

    private OrderType.Trail trail() {
        Price offset = price(fields, "trail_price");
        BigDecimal percent = fields.decimal("trail_percent");
        require(
                (offset == null) != (percent == null),
                "trailing stop orders must specify one of trail_price or trail_percent");
        return percent == null
                ? new OrderType.Trail.ByPrice(present(offset))
                : new OrderType.Trail.ByPercent(percent);
    }

    private @Nullable Price takeProfit() {
        return price(takeProfit, "limit_price");
    }

    private static @Nullable Price price(RequestFields in, String field) {
        BigDecimal value = in.decimal(field);
        if (value != null && value.signum() <= 0) {
            throw new RefusedRequest(Refusal.unprocessable(field + " must be > 0"));
        }
        return value == null ? null : new Price(value);
    }

    private static Price present(@Nullable Price price) {
        if (price == null) {
            throw new RefusedRequest(Refusal.malformed());
        }
        return price;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw invalid(message);
        }
    }

    private static RefusedRequest invalid(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }
}
