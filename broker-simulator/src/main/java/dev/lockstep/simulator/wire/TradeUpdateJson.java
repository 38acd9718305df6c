package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** JSON of Alpaca's trade updates, created from ledger entries. */
public final class TradeUpdateJson {
    private static final String STREAM = "trade_updates";

    private final OrderJson orderJson;

    public TradeUpdateJson(OrderJson orderJson) {
        this.orderJson = orderJson;
    }

    /** Returns the event name of an entry, or empty if the stream does not report it. */
    public Optional<String> event(LedgerEntry entry, OrderSnapshot order) {
        return switch (entry) {
            case LedgerEntry.OrderEntered entered ->
                    entered.order().status() == OrderStatus.HELD
                            ? Optional.empty()
                            : Optional.of(entered.order().status().wireValue());
            case LedgerEntry.OrderMoved moved ->
                    // Alpaca has no event of its own for a partly filled order that becomes active
                    // on a new day.
                    Optional.of(
                            moved.status() == OrderStatus.PARTIALLY_FILLED
                                    ? "restated"
                                    : moved.status().wireValue());
            case LedgerEntry.OrderFilled filled ->
                    Optional.of(filled.wholly() ? "fill" : "partial_fill");
            case LedgerEntry.TradeCorrected corrected ->
                    Optional.of(corrected.after() == null ? "trade_bust" : "trade_correct");
            case LedgerEntry.OrderReplaced _ -> Optional.of("replaced");
            case LedgerEntry.ReplaceRejected _ -> Optional.of("order_replace_rejected");
            case LedgerEntry.VenueOpened _,
                    LedgerEntry.AccountOpened _,
                    LedgerEntry.AccountConfigured _,
                    LedgerEntry.AccountBooked _,
                    LedgerEntry.WatchlistSaved _,
                    LedgerEntry.WatchlistDeleted _,
                    LedgerEntry.CorporateActionTaken _,
                    LedgerEntry.PriceMoved _,
                    LedgerEntry.FeesChanged _,
                    LedgerEntry.ReferencePriceSet _,
                    LedgerEntry.OrderRefused _,
                    LedgerEntry.OrderReadied _,
                    LedgerEntry.OrderResized _,
                    LedgerEntry.OrderTrailed _ ->
                    Optional.empty();
        };
    }

    /** Renders the whole message. */
    public ObjectNode of(String event, LedgerEntry entry, OrderSnapshot order) {
        ObjectNode data = Json.object();
        data.put("event", event);
        data.put("timestamp", entry.at().toString());
        if (entry instanceof LedgerEntry.OrderFilled filled) {
            data.put("execution_id", filled.executionId().toString());
            data.put("price", Json.text(filled.price()));
            data.put("qty", Json.text(filled.qty()));
            data.put("position_qty", Json.text(filled.positionQty()));
        } else if (entry instanceof LedgerEntry.TradeCorrected corrected) {
            put(data, corrected);
        } else if (event.equals(OrderStatus.PENDING_NEW.wireValue())) {
            data.putNull("execution_id");
        } else {
            data.put("execution_id", executionId(event, entry, order).toString());
        }
        data.set("order", orderJson.of(order));
        ObjectNode message = Json.object().put("stream", STREAM);
        message.set("data", data);
        return message;
    }

    private static void put(ObjectNode data, LedgerEntry.TradeCorrected entry) {
        LedgerEntry.TradeCorrected.Traded after = entry.after();
        LedgerEntry.TradeCorrected.Traded shown = after == null ? entry.before() : after;
        data.put("execution_id", entry.executionId().toString());
        data.put("previous_execution_id", entry.previousId().toString());
        data.put("price", Json.text(shown.price()));
        data.put("qty", Json.text(shown.qty()));
        data.put("position_qty", Json.text(entry.positionQty()));
    }

    private static UUID executionId(String event, LedgerEntry entry, OrderSnapshot order) {
        String name = order.order().id() + " " + event + " " + entry.at();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
