package dev.lockstep.app.view;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.port.store.Adjustments.Entry;
import dev.lockstep.domain.value.ShownValue;

/** Adjustments as a table. */
public final class AdjustmentView {
    private AdjustmentView() {}

    /** Returns an empty table of adjustments. */
    public static Table table() {
        return new Table("number", "at", "kind", "type", "symbol", "qty", "cash", "price", "");
    }

    /** Adds a line to the table. */
    public static void addRow(Table table, Entry entry) {
        Adjustment each = entry.adjustment();
        table.row(
                entry.number(),
                each.at(),
                ShownValue.of(each.kind()),
                each.type(),
                each.symbol() == null ? "" : each.symbol(),
                each.quantity(),
                each.cash(),
                each.price() == null ? "" : each.price(),
                each.text());
    }
}
