package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Classifies a refusal by HTTP status and message text. Alpaca's numeric codes are not usable: wash
 * trades and duplicate ids have each appeared under two codes.
 */
final class BrokerRefusals {
    private static final int UNAUTHORIZED = 401;

    /** The first matching rule applies, so specific rules precede general ones. */
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
                    new Rule("unable to replace order", RejectReason.ORDER_STATE),
                    new Rule("order is already in", RejectReason.ORDER_STATE),
                    new Rule("order pending", RejectReason.ORDER_STATE),
                    new Rule("unauthorized", RejectReason.UNAUTHORIZED),
                    new Rule("not authorized", RejectReason.UNAUTHORIZED),
                    new Rule("forbidden", RejectReason.UNAUTHORIZED));

    private BrokerRefusals() {}

    static BrokerRefusal refusal(int status, String message, WireError error) {
        JsonNode more = error.rejectReason();
        String text = more == null || !more.isTextual() ? message : message + ": " + more.asText();
        return new BrokerRefusal(reason(status, message), text, blockers(error));
    }

    private static List<BrokerOrderId> blockers(WireError error) {
        Set<BrokerOrderId> blockers = new LinkedHashSet<>();
        add(error.existingOrderId(), blockers);
        JsonNode related = error.relatedOrders();
        if (related != null) {
            related.forEach(each -> add(each, blockers));
        }
        return List.copyOf(blockers);
    }

    /** Adds an id; ignores an invalid one, so that the refusal is not lost. */
    private static void add(@Nullable JsonNode id, Set<BrokerOrderId> blockers) {
        if (id != null && id.isTextual()) {
            try {
                blockers.add(new BrokerOrderId(id.asText()));
            } catch (InvalidValueException strange) {
                // An invalid id identifies no order.
            }
        }
    }

    static RejectReason reason(int status, String message) {
        String text = message.toLowerCase(Locale.ROOT);
        if (status == UNAUTHORIZED) {
            return RejectReason.UNAUTHORIZED;
        }
        // asset "ZZZZ" not found: the symbol is in the middle.
        if (text.startsWith("asset ") && text.endsWith(" not found")) {
            return RejectReason.UNKNOWN_SYMBOL;
        }
        return RULES.stream()
                .filter(rule -> text.contains(rule.part()))
                .map(Rule::reason)
                .findFirst()
                .orElse(RejectReason.OTHER);
    }

    private record Rule(String part, RejectReason reason) {}
}
