package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.order.RejectReason;
import java.util.List;
import java.util.Locale;

/**
 * Tells why the broker refuses, by the HTTP status and the words of its message. Its numeric codes
 * do not serve: wash trades and duplicate ids have each come under two.
 */
final class Refusals {
    private static final int UNAUTHORIZED = 401;

    /** The first line that fits decides, so the narrow ones stand before the wide ones. */
    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "client_order_id must be unique",
                            RejectReason.DUPLICATE_CLIENT_ORDER_ID),
                    new Rule("wash trade", RejectReason.WASH_TRADE),
                    new Rule("insufficient buying power", RejectReason.INSUFFICIENT_BUYING_POWER),
                    new Rule(
                            "insufficient balance for usd", RejectReason.INSUFFICIENT_BUYING_POWER),
                    new Rule("insufficient balance", RejectReason.INSUFFICIENT_QUANTITY),
                    new Rule("insufficient qty", RejectReason.INSUFFICIENT_QUANTITY),
                    new Rule("insufficient underlying qty", RejectReason.INSUFFICIENT_QUANTITY),
                    new Rule("sub-penny", RejectReason.PRICE_RULE),
                    new Rule("limit_price must be", RejectReason.PRICE_RULE),
                    new Rule("stop_price must be", RejectReason.PRICE_RULE),
                    new Rule("stop price must be", RejectReason.PRICE_RULE),
                    new Rule("invalid limit_price", RejectReason.PRICE_RULE),
                    new Rule("invalid stop_price", RejectReason.PRICE_RULE),
                    new Rule("market is closed", RejectReason.MARKET_CLOSED),
                    new Rule("market hours", RejectReason.MARKET_CLOSED),
                    new Rule("is not tradable", RejectReason.NOT_TRADABLE),
                    new Rule("is not active", RejectReason.NOT_TRADABLE),
                    new Rule("is not fractionable", RejectReason.NOT_TRADABLE),
                    new Rule("cannot be sold short", RejectReason.NOT_TRADABLE),
                    new Rule("not allowed to short", RejectReason.NOT_TRADABLE),
                    new Rule("halt", RejectReason.NOT_TRADABLE),
                    new Rule("asset not found", RejectReason.UNKNOWN_SYMBOL),
                    new Rule("could not find asset", RejectReason.UNKNOWN_SYMBOL),
                    new Rule("unauthorized", RejectReason.UNAUTHORIZED),
                    new Rule("not authorized", RejectReason.UNAUTHORIZED),
                    new Rule("forbidden", RejectReason.UNAUTHORIZED));

    private Refusals() {}

    static RejectReason reason(int status, String message) {
        String words = message.toLowerCase(Locale.ROOT);
        if (status == UNAUTHORIZED) {
            return RejectReason.UNAUTHORIZED;
        }
        // asset "ZZZZ" not found: the symbol stands in the middle.
        if (words.startsWith("asset ") && words.endsWith(" not found")) {
            return RejectReason.UNKNOWN_SYMBOL;
        }
        return RULES.stream()
                .filter(rule -> words.contains(rule.part()))
                .map(Rule::reason)
                .findFirst()
                .orElse(RejectReason.OTHER);
    }

    private record Rule(String part, RejectReason reason) {}
}
