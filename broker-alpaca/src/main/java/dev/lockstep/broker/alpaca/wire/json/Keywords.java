package dev.lockstep.broker.alpaca.wire.json;

import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import org.jspecify.annotations.Nullable;

/** Maps Alpaca's values for side and time in force to domain enums and back. */
public final class Keywords {
    private Keywords() {}

    public static String value(Side side) {
        return switch (side) {
            case BUY -> "buy";
            case SELL -> "sell";
        };
    }

    public static Side side(@Nullable String value) throws UnreadableException {
        return switch (JsonFields.required("side", value)) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw new UnreadableException("side is neither buy nor sell: " + value);
        };
    }

    public static String value(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case DAY -> "day";
            case GTC -> "gtc";
            case OPG -> "opg";
            case CLS -> "cls";
            case IOC -> "ioc";
            case FOK -> "fok";
        };
    }

    public static TimeInForce timeInForce(@Nullable String value) throws UnreadableException {
        return switch (JsonFields.required("time_in_force", value)) {
            case "day" -> TimeInForce.DAY;
            case "gtc" -> TimeInForce.GTC;
            case "opg" -> TimeInForce.OPG;
            case "cls" -> TimeInForce.CLS;
            case "ioc" -> TimeInForce.IOC;
            case "fok" -> TimeInForce.FOK;
            default -> throw new UnreadableException("unknown time_in_force: " + value);
        };
    }
}
