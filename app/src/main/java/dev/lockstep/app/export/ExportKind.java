package dev.lockstep.app.export;

import dev.lockstep.app.form.RecordFields;
import dev.lockstep.app.view.body.FillBody;
import dev.lockstep.app.view.body.OrderBody;
import dev.lockstep.app.view.body.OrderEventBody;
import dev.lockstep.app.view.report.AdjustmentBody;
import dev.lockstep.app.view.report.RoundTripBody;
import java.util.List;

/** The kinds of exported rows, with their columns in order. */
public enum ExportKind {
    /** Orders as they are. */
    ORDERS("", OrderBody.class),
    /** Each step of each order, with the proof of it. */
    EVENTS("orderId,symbol,", OrderEventBody.class),
    /** Each execution that the trading loop has fetched. */
    FILLS("orderId,", FillBody.class),
    /** Adjustments. */
    ADJUSTMENTS("", AdjustmentBody.class),
    /** Round trips. */
    TRIPS("", RoundTripBody.class);

    private final String columns;

    ExportKind(String before, Class<? extends Record> row) {
        this.columns = before + String.join(",", RecordFields.names(row));
    }

    /** Returns the names of a row's values. */
    public List<String> columns() {
        return List.of(columns.split(",", -1));
    }
}
