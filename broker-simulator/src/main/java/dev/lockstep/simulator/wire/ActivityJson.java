package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.simulator.exchange.ledger.Execution;
import dev.lockstep.simulator.exchange.ledger.NonTradeActivity;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** JSON of Alpaca's account activities. */
public final class ActivityJson {
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS")
                    .withZone(ZoneId.of("America/New_York"));
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneId.of("America/New_York"));
    private static final String SEPARATOR = "::";

    private ActivityJson() {}

    public static ObjectNode of(Execution execution) {
        ObjectNode json =
                Json.object()
                        .put("id", id(execution))
                        .put("activity_type", "FILL")
                        .put("transaction_time", execution.at().toString())
                        .put("type", type(execution))
                        .put("price", Json.text(execution.price()))
                        .put("qty", Json.text(execution.qty()))
                        .put("side", execution.side().wireValue())
                        .put("symbol", execution.symbol())
                        .put("leaves_qty", Json.text(execution.leavesQty()))
                        .put("cum_qty", Json.text(execution.cumQty()))
                        .put("order_id", execution.orderId().toString())
                        .put("order_status", execution.orderStatus().wireValue());
        UUID previousId = execution.previousId();
        return previousId == null ? json : json.put("previous_id", previousId.toString());
    }

    private static String type(Execution execution) {
        boolean wholly = execution.orderStatus() == OrderStatus.FILLED;
        return switch (execution.type()) {
            case FILL -> wholly ? "fill" : "partial_fill";
            case TRADE_CORRECT, TRADE_BUST -> execution.type().wireValue();
        };
    }

    /** Renders an activity other than a trade. */
    public static ObjectNode of(NonTradeActivity booking) {
        ObjectNode json =
                Json.object()
                        .put("id", ID_TIME.format(booking.at()) + SEPARATOR + booking.id())
                        .put("activity_type", booking.type())
                        .put("date", DAY.format(booking.at()))
                        .put("created_at", booking.at().toString())
                        .put("net_amount", Json.text(booking.netAmount()))
                        .put("description", booking.description())
                        .put("currency", "USD")
                        .put("status", "executed");
        if (booking.subType() != null) {
            json.put("activity_sub_type", booking.subType());
        }
        if (booking.symbol() != null) {
            json.put("symbol", booking.symbol().replace("/", ""));
        }
        if (booking.qty() != null) {
            json.put("qty", Json.text(booking.qty()));
        }
        if (booking.price() != null) {
            json.put("price", Json.text(booking.price()));
        }
        return json;
    }

    /** Extracts the id of the execution from the id of an activity. */
    public static UUID executionId(String activityId) {
        try {
            int at = activityId.indexOf(SEPARATOR);
            return UUID.fromString(activityId.substring(at + SEPARATOR.length()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException notAnId) {
            throw new RefusedRequest(Refusal.invalid("invalid page_token"));
        }
    }

    private static String id(Execution execution) {
        return ID_TIME.format(execution.at()) + SEPARATOR + execution.id();
    }
}
