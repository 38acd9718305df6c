package dev.lockstep.gateway.alpaca.wire;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import java.util.Locale;

/** Alpaca's values of the domain's enums and types, in both directions. */
public final class OrderWords {
    private OrderWords() {}

    /** Returns the status of an order; an unanswered one is pending for the bot. */
    public static String status(OrderStatus status) {
        return switch (status) {
            case PENDING_SUBMIT, UNKNOWN -> "pending_new";
            case DENIED, REJECTED, NEVER_ACCEPTED -> "rejected";
            case WAITING, HELD -> "held";
            case ACCEPTED -> "accepted";
            case NEW -> "new";
            case PARTIALLY_FILLED -> "partially_filled";
            case DONE_FOR_DAY -> "done_for_day";
            case SUSPENDED -> "suspended";
            case PENDING_CANCEL -> "pending_cancel";
            case PENDING_REPLACE -> "pending_replace";
            case FILLED -> "filled";
            case CANCELED -> "canceled";
            case EXPIRED -> "expired";
            case REPLACED -> "replaced";
        };
    }

    /** Returns the type of an order. */
    public static String type(OrderType type) {
        return switch (type) {
            case OrderType.Market _ -> "market";
            case OrderType.Limit _ -> "limit";
            case OrderType.Stop _ -> "stop";
            case OrderType.StopLimit _ -> "stop_limit";
            case OrderType.TrailingStop _ -> "trailing_stop";
        };
    }

    /** Returns the class of an order. */
    public static String orderClass(OrderClass orderClass) {
        return switch (orderClass) {
            case OrderClass.Simple _ -> "";
            case OrderClass.Bracket _ -> "bracket";
            case OrderClass.OneCancelsOther _ -> "oco";
            case OrderClass.OneTriggersOther _ -> "oto";
        };
    }

    /** Returns the class of an instrument. */
    public static String assetClass(AssetClass assetClass) {
        return switch (assetClass) {
            case US_EQUITY -> "us_equity";
            case CRYPTO -> "crypto";
        };
    }

    /** Returns an enum constant in lower case. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Parses a side. */
    public static Side side(String text) {
        return switch (text) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw new RefusedRequest(Refusal.invalid("invalid side"));
        };
    }

    /** Parses a time in force. */
    public static TimeInForce timeInForce(String text) {
        return switch (text) {
            case "day" -> TimeInForce.DAY;
            case "gtc" -> TimeInForce.GTC;
            case "opg" -> TimeInForce.OPG;
            case "cls" -> TimeInForce.CLS;
            case "ioc" -> TimeInForce.IOC;
            case "fok" -> TimeInForce.FOK;
            default -> throw new RefusedRequest(Refusal.invalid("invalid time_in_force"));
        };
    }
}
