package dev.lockstep.gateway.alpaca.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialText;
import dev.lockstep.domain.value.ShownValue;
import java.util.List;
import java.util.Locale;

/**
 * Errors for orders that Lockstep denies: in the venue's words where the venue has the same rule,
 * else with our code; the key {@code lockstep} lists every broken rule.
 */
public final class DenialWords {
    private DenialWords() {}

    /** Returns the error of a denied order. */
    public static Refusal of(List<Denial> denials, NewOrder terms) {
        ArrayNode all = WireJson.array();
        denials.forEach(denial ->
                all.addObject()
                        .put("code", ShownValue.of(denial.reason()))
                        .put("field", denial.field())
                        .put("value", denial.value())
                        .put("expected", denial.expected()));
        return first(denials.getFirst(), terms).with("lockstep", all);
    }

    private static Refusal first(Denial denial, NewOrder terms) {
        boolean crypto = terms.symbol().assetClass() == AssetClass.CRYPTO;
        String asset = "asset \"" + terms.symbol() + "\"";
        return switch (denial.reason()) {
            case PRICE_INCREMENT -> Refusal.unprocessable(subPenny(denial));
            case FRACTIONAL_QUANTITY -> Refusal.unprocessable(fractional(denial));
            case SYMBOL_UNKNOWN -> Refusal.unprocessable(asset + " not found");
            case NOT_TRADABLE -> Refusal.unprocessable(asset + " is not tradable");
            case NOT_FRACTIONABLE -> Refusal.forbidden(asset + " is not fractionable");
            case WASH_TRADE ->
                    Refusal.forbidden("potential wash trade detected. use complex orders");
            case REPLACED_BY_THE_SAME -> Refusal.forbidden("order parameters are not changed");
            case REPLACED_STATE -> replacedState(denial);
            case TIME_IN_FORCE ->
                    Refusal.unprocessable(
                            crypto ? "invalid crypto time_in_force" : sentence(denial));
            case ORDER_TYPE ->
                    crypto
                            ? Refusal.invalid("invalid order type for crypto order")
                            : Refusal.unprocessable(sentence(denial));
            case TRADING_HOURS ->
                    Refusal.invalid("only type=\"limit\" is allowed for extended hours orders");
            case ORDER_CLASS,
                    CASH_AMOUNT,
                    EXIT_PRICE,
                    STOP_PRICE,
                    AUCTION_HOURS,
                    REPLACED_QUANTITY ->
                    Refusal.unprocessable(sentence(denial));
            case MINIMUM_VALUE ->
                    Refusal.forbidden(
                            "cost basis must be >= minimal amount of order "
                                    + denial.expected().replace(">= ", ""));
            default -> Refusal.forbidden(sentence(denial));
        };
    }

    private static String subPenny(Denial denial) {
        String field =
                denial.field().toLowerCase(Locale.ROOT).contains("stop")
                        ? "stop_price"
                        : "limit_price";
        return "invalid "
                + field
                + " "
                + denial.value()
                + ". sub-penny increment does not fulfill minimum pricing criteria";
    }

    private static String fractional(Denial denial) {
        if (denial.expected().contains("timeInForce day")) {
            return "fractional orders must be DAY orders";
        }
        return denial.expected().contains("exits")
                ? "fractional orders must be simple orders"
                : "fractional orders must be market, limit, stop, or stop_limit orders";
    }

    private static Refusal replacedState(Denial denial) {
        return switch (denial.value()) {
            case "filled", "canceled", "expired", "rejected", "replaced" ->
                    Refusal.unprocessable("order is already in \"" + denial.value() + "\" state");
            default -> Refusal.unprocessable("unable to replace order in current state");
        };
    }

    /** Returns the reason and its code: most clients show nothing but the message. */
    private static String sentence(Denial denial) {
        return "order denied: "
                + DenialText.reason(denial)
                + " ["
                + ShownValue.of(denial.reason())
                + "]";
    }
}
