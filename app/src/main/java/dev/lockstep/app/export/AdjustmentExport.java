package dev.lockstep.app.export;

import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.app.view.report.AdjustmentBody;
import dev.lockstep.domain.port.store.Adjustments;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.Adjustments.Entry;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Writes stored adjustments in the order in which they were stored, one page in memory at a time.
 */
public final class AdjustmentExport implements RowSource {
    private final Adjustments adjustments;
    private final AdjustmentQuery query;
    private final Period period;

    /**
     * An export of these.
     *
     * @param period when the broker booked them
     */
    public AdjustmentExport(Adjustments adjustments, AdjustmentQuery query, Period period) {
        this.adjustments = adjustments;
        this.query = query;
        this.period = period;
    }

    @Override
    public long write(Writer target, RowText text, BooleanSupplier enough, LongConsumer progress)
            throws IOException {
        target.write(text.header());
        long rows = 0;
        long read = 0;
        AdjustmentQuery next = query;
        List<Entry> page = adjustments.list(next);
        while (!page.isEmpty() && !enough.getAsBoolean()) {
            for (Entry entry : page) {
                if (period.has(entry.adjustment().at())) {
                    target.write(text.row(BodyTree.of(AdjustmentBody.of(entry))));
                    rows++;
                }
            }
            read += page.size();
            progress.accept(read);
            next = next.after(page.getLast().number());
            page = page.size() < next.limit() ? List.of() : adjustments.list(next);
        }
        target.flush();
        return rows;
    }
}
