package dev.lockstep.gateway.alpaca.wire;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.domain.order.Side;
import java.util.Arrays;

/** What an order does to the position of its instrument: Alpaca's {@code position_intent}. */
public enum PositionEffect {
    BUY_TO_OPEN,
    BUY_TO_CLOSE,
    SELL_TO_OPEN,
    SELL_TO_CLOSE;

    /**
     * Parses an effect.
     *
     * @throws RefusedRequest if the venue has no such value
     */
    static PositionEffect of(String text) {
        return Arrays.stream(values())
                .filter(effect -> effect.word().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new RefusedRequest(Refusal.invalid("invalid position_intent specified")));
    }

    /**
     * Returns the effect of an order.
     *
     * @param opens whether it opens or increases a position
     */
    public static PositionEffect of(Side side, boolean opens) {
        return switch (side) {
            case BUY -> opens ? BUY_TO_OPEN : BUY_TO_CLOSE;
            case SELL -> opens ? SELL_TO_OPEN : SELL_TO_CLOSE;
        };
    }

    /** Returns Alpaca's value. */
    public String word() {
        return OrderWords.word(this);
    }
}
