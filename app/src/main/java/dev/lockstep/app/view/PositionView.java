package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.reconcile.PositionComparison;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A position as JSON: the local one next to that at the broker. */
public final class PositionView {
    private PositionView() {}

    /**
     * Returns the JSON.
     *
     * @param adjusted the part of the local position that comes from adjustments, such as fees in
     *     coin
     * @param position the broker's position, null if there is none
     */
    public static ObjectNode json(
            PositionComparison line, NetQuantity adjusted, @Nullable Position position) {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("symbol", line.symbol().value())
                        .put("ours", line.ours().toString())
                        .put("adjusted", adjusted.toString())
                        .put("brokers", line.brokers().toString())
                        .put("inStep", line.inStep())
                        .put("feeAwaited", line.feeAwaited());
        Price lastPx = position == null ? null : position.marketPx();
        node.put("availableQty", position == null ? null : text(position.availableQty()));
        node.put("avgEntryPrice", position == null ? null : text(position.avgEntryPx()));
        node.put("lastPrice", text(lastPx));
        node.put(
                "marketValue",
                lastPx == null ? null : product(lastPx.value(), line.brokers().value()));
        node.put("unrealized", position == null ? null : text(position.unrealizedProfit()));
        node.put("dayChange", position == null ? null : text(position.dayProfit()));
        return node;
    }

    private static String product(BigDecimal price, BigDecimal quantity) {
        BigDecimal product = price.multiply(quantity).stripTrailingZeros();
        return product.signum() == 0 ? "0" : product.toPlainString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
