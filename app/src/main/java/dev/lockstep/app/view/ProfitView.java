package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.position.AdjustmentTotals;
import dev.lockstep.domain.position.AverageCost;
import dev.lockstep.domain.position.Profits;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Profits as JSON; a value that needs a missing price is null. */
public final class ProfitView {
    private ProfitView() {}

    /**
     * Returns the JSON.
     *
     * @param lastPx the price of an instrument, null if unknown
     */
    public static ObjectNode json(Profits profits, Function<Symbol, @Nullable Price> lastPx) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode symbols = node.putArray("symbols");
        Money unrealized = Money.ZERO;
        boolean priced = true;
        for (Map.Entry<Symbol, AverageCost> entry : profits.bySymbol().entrySet()) {
            AverageCost each = entry.getValue();
            Price price = lastPx.apply(entry.getKey());
            ObjectNode line = line(entry.getKey(), each, price);
            AdjustmentView.addTo(line, profits.adjusted(entry.getKey()));
            symbols.add(line);
            if (price != null) {
                unrealized = unrealized.plus(each.unrealized(price));
            } else if (!each.openQty().flat()) {
                priced = false;
            }
        }
        node.put("realized", profits.realized().toString());
        node.put("unrealized", priced ? unrealized.toString() : null);
        AdjustmentView.addTo(node, profits.allAdjusted());
        node.set("account", account(profits.account()));
        return node;
    }

    /** Interest, fees and dividends without an instrument. */
    private static ObjectNode account(AdjustmentTotals totals) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        AdjustmentView.addTo(node, totals);
        node.put("interest", totals.interest().toString());
        node.put("other", totals.other().toString());
        return node;
    }

    private static ObjectNode line(Symbol symbol, AverageCost each, @Nullable Price price) {
        boolean flat = each.openQty().flat();
        Price avgPx = each.avgPx();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("symbol", symbol.value());
        node.put("realized", each.realized().toString());
        node.put("openQty", each.openQty().toString());
        node.put("avgEntryPrice", avgPx == null ? null : avgPx.toString());
        node.put("lastPrice", price == null ? null : price.toString());
        node.put("unrealized", worth(flat, price == null ? null : each.unrealized(price)));
        node.put("marketValue", worth(flat, price == null ? null : each.value(price)));
        return node;
    }

    /** Returns the worth; a position of zero is worth zero without a price. */
    private static @Nullable String worth(boolean flat, @Nullable Money worth) {
        if (flat) {
            return Money.ZERO.toString();
        }
        return worth == null ? null : worth.toString();
    }
}
