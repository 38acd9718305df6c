package dev.lockstep.imports;

import java.util.List;

/** One row of another platform's orders. */
public sealed interface LegacyRow {
    /** Returns the row's id there. */
    long id();

    /**
     * It is an order.
     *
     * @param order the order
     * @param notes what is odd about the row
     */
    record Legible(LegacyOrder order, List<ImportNote> notes) implements LegacyRow {
        public Legible {
            notes = List.copyOf(notes);
        }

        @Override
        public long id() {
            return order.id();
        }
    }

    /**
     * A row that cannot be an order.
     *
     * @param id its id
     * @param why the reason
     */
    record Illegible(long id, ImportNote why) implements LegacyRow {}
}
