package dev.lockstep.domain.order;

import dev.lockstep.domain.money.BoundedDecimal;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;

/** At what price an order may trade, with just the prices that its kind has. */
public sealed interface OrderType {
    /** Returns its name in requests, answers and messages, such as {@code stop_limit}. */
    default String word() {
        return switch (this) {
            case Market _ -> "market";
            case Limit _ -> "limit";
            case Stop _ -> "stop";
            case StopLimit _ -> "stop_limit";
            case TrailingStop _ -> "trailing_stop";
        };
    }

    /** Trades at once at the market price. */
    record Market() implements OrderType {}

    /**
     * Trades at the limit or better.
     *
     * @param limitPrice the worst price accepted
     */
    record Limit(Price limitPrice) implements OrderType {}

    /**
     * Becomes a market order when the market reaches the stop.
     *
     * @param stopPx the price that triggers it
     */
    record Stop(Price stopPx) implements OrderType {}

    /**
     * Becomes a limit order when the market reaches the stop.
     *
     * @param stopPx the price that triggers it
     * @param limitPrice the worst price accepted then
     */
    record StopLimit(Price stopPx, Price limitPrice) implements OrderType {}

    /**
     * A stop that follows the market at a distance.
     *
     * @param trail how far behind it follows
     */
    record TrailingStop(Trail trail) implements OrderType {}

    /** The distance of a trailing stop from the best price seen. */
    sealed interface Trail {
        /** Returns the name of its field in requests, answers and messages. */
        default String field() {
            return switch (this) {
                case ByPrice _ -> "trailPrice";
                case ByPercent _ -> "trailPercent";
            };
        }

        /**
         * A distance in dollars.
         *
         * @param offset dollars behind the best price
         */
        record ByPrice(Price offset) implements Trail {
            /** Returns the plain distance, for example {@code 1.5}. */
            @Override
            public String toString() {
                return offset.toString();
            }
        }

        /**
         * A distance as a share of the best price.
         *
         * @param percent above 0 and below 100, so {@code 5} is five percent
         */
        record ByPercent(BigDecimal percent) implements Trail {
            private static final BigDecimal HUNDRED = new BigDecimal(100);

            public ByPercent {
                if (percent.signum() <= 0 || percent.compareTo(HUNDRED) >= 0) {
                    throw new InvalidValueException("trailPercent", percent, "> 0 and < 100");
                }
                percent = BoundedDecimal.bounded("trailPercent", percent).stripTrailingZeros();
            }

            /** Returns the plain percentage, for example {@code 5}. */
            @Override
            public String toString() {
                return percent.toPlainString();
            }
        }
    }
}
