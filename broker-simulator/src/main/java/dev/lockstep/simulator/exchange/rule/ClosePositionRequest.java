package dev.lockstep.simulator.exchange.rule;

import dev.lockstep.simulator.exchange.ledger.Position;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Decimals;
import dev.lockstep.simulator.exchange.model.RequestedOrder;
import dev.lockstep.simulator.exchange.model.Side;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Request to close a position: a quantity, a percentage, or the whole position if neither is given.
 */
public record ClosePositionRequest(@Nullable BigDecimal qty, @Nullable BigDecimal percentage) {
    /** Closes the whole position. */
    public static final ClosePositionRequest ALL = new ClosePositionRequest(null, null);

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /** Validates the request. Returns a refusal, or null if it is valid. */
    public @Nullable VenueRefusal judge() {
        if (qty != null && percentage != null) {
            return VenueRefusal.invalid("only one of qty or percentage is accepted");
        }
        if (qty != null && qty.signum() <= 0) {
            return VenueRefusal.unprocessable("qty must be > 0");
        }
        boolean valid =
                percentage == null
                        || (percentage.signum() > 0 && percentage.compareTo(HUNDRED) <= 0);
        return valid ? null : VenueRefusal.unprocessable("percentage must be between 0 and 100");
    }

    /** Returns the market order that closes the requested quantity. */
    public RequestedOrder order(Asset asset, Position position) {
        BigDecimal held = position.qty().abs();
        Side side = position.qty().signum() > 0 ? Side.SELL : Side.BUY;
        RequestedOrder order = RequestedOrder.market(asset.symbol(), side, amount(held));
        return asset.crypto() ? order.during(TimeInForce.GTC) : order;
    }

    private BigDecimal amount(BigDecimal held) {
        if (qty != null) {
            return qty;
        }
        if (percentage == null) {
            return held;
        }
        return held.multiply(percentage)
                .divide(HUNDRED, Decimals.QTY_SCALE_DIGITS, RoundingMode.DOWN);
    }
}
