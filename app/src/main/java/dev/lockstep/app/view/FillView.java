package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.order.Fill;

/** Executions as JSON; numbers are strings, because they are exact. */
public final class FillView {
    private FillView() {}

    /** Returns the JSON for programs. */
    public static ObjectNode json(Fill fill) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("executionId", fill.executionId().value())
                .put("brokerOrderId", fill.brokerOrderId().value())
                .put("symbol", fill.symbol().value())
                .put("side", OrderView.word(fill.side()))
                .put("qty", fill.lastQty().toString())
                .put("price", fill.lastPx().toString())
                .put("filledQty", fill.cumQty().toString())
                .put("remainingQty", fill.leavesQty() == null ? null : fill.leavesQty().toString())
                .put("at", fill.transactTime().toString());
    }
}
