package dev.lockstep.app.view.report;

import dev.lockstep.domain.port.store.Adjustments.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of adjustments.
 *
 * @param adjustments the adjustments
 * @param next the last adjustment of this page, after which the next one begins; null on the last
 *     page
 */
public record AdjustmentPageBody(List<AdjustmentBody> adjustments, @Nullable Long next) {
    /** Returns a page; a full one is followed by another. */
    public static AdjustmentPageBody of(List<Entry> page, int limit) {
        return new AdjustmentPageBody(
                page.stream().map(AdjustmentBody::of).toList(),
                page.size() < limit ? null : page.getLast().number());
    }
}
