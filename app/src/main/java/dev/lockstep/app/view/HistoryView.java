package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** The account's equity over time as JSON. */
public final class HistoryView {
    private HistoryView() {}

    /** Returns the JSON; a missing value is null. */
    public static ObjectNode json(PortfolioHistory history) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("base", text(history.baseValue()));
        ArrayNode points = node.putArray("points");
        for (PortfolioHistory.Point point : history.points()) {
            points.addObject()
                    .put("at", point.from().toString())
                    .put("equity", text(point.equity()))
                    .put("profit", text(point.profit()));
        }
        return node;
    }

    private static @Nullable String text(@Nullable Money money) {
        return money == null ? null : money.toString();
    }
}
