package dev.lockstep.app.view.body.position;

import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.reconcile.PositionComparison;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The local position in an instrument and that at the broker.
 *
 * @param symbol the instrument
 * @param localQty the position by fills and adjustments, negative if short
 * @param adjustedQty the part of it that comes from adjustments, such as fees in coin
 * @param brokerQty the position as the broker reports it
 * @param reconciled whether both are equal, except for fees not booked yet
 * @param feePending whether the local position is larger by no more than fees not booked yet
 * @param availableQty the quantity that no open order holds
 * @param avgEntryPrice the average entry price
 * @param lastPrice the price of its valuation
 * @param marketValue dollars at that price
 * @param unrealized dollars, unrealized profit
 * @param dayChange dollars since the last close
 */
public record PositionBody(
        String symbol,
        String localQty,
        String adjustedQty,
        String brokerQty,
        boolean reconciled,
        boolean feePending,
        @Nullable String availableQty,
        @Nullable String avgEntryPrice,
        @Nullable String lastPrice,
        @Nullable String marketValue,
        @Nullable String unrealized,
        @Nullable String dayChange) {

    /**
     * Returns the fields of a position.
     *
     * @param adjusted the part of the local position that comes from adjustments
     * @param position the broker's position, null if there is none
     */
    public static PositionBody of(
            PositionComparison line, NetQuantity adjusted, @Nullable Position position) {
        Price lastPx = position == null ? null : position.marketPx();
        return new PositionBody(
                line.symbol().value(),
                line.ours().toString(),
                adjusted.toString(),
                line.brokers().toString(),
                line.inStep(),
                line.feeAwaited(),
                position == null ? null : BodyText.of(position.availableQty()),
                position == null ? null : BodyText.of(position.avgEntryPx()),
                BodyText.of(lastPx),
                lastPx == null ? null : product(lastPx.value(), line.brokers().value()),
                position == null ? null : BodyText.of(position.unrealizedProfit()),
                position == null ? null : BodyText.of(position.dayProfit()));
    }

    private static String product(BigDecimal price, BigDecimal quantity) {
        BigDecimal product = price.multiply(quantity).stripTrailingZeros();
        return product.signum() == 0 ? "0" : product.toPlainString();
    }
}
