package dev.lockstep.app.export;

import java.io.IOException;
import java.io.Writer;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** The rows of an export. */
public interface RowSource {
    /**
     * Writes all rows.
     *
     * @param enough returns whether to stop
     * @param progress receives the number of orders or adjustments read
     * @return the number of rows written
     */
    long write(Writer target, RowText text, BooleanSupplier enough, LongConsumer progress)
            throws IOException;
}
