package dev.lockstep.domain.usecase.query;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.port.store.Adjustments;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Walks through all adjustments that a query finds, one page in memory at a time. */
public final class AdjustmentScanner {
    private final Adjustments adjustments;

    /** The adjustments of one store. */
    public AdjustmentScanner(Adjustments adjustments) {
        this.adjustments = adjustments;
    }

    /** Visits them. */
    public void of(AdjustmentQuery query, Consumer<Adjustment> visitor) {
        AdjustmentQuery next = query;
        while (true) {
            List<Adjustments.Entry> page = adjustments.list(next);
            page.forEach(entry -> visitor.accept(entry.adjustment()));
            if (page.size() < next.limit()) {
                return;
            }
            next = next.after(page.getLast().number());
        }
    }

    /** Lists them. */
    public List<Adjustment> listed(AdjustmentQuery query) {
        List<Adjustment> all = new ArrayList<>();
        of(query, all::add);
        return all;
    }
}
