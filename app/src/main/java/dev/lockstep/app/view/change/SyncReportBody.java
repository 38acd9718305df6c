package dev.lockstep.app.view.change;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lockstep.app.view.body.OrderBody;
import java.util.List;

/**
 * The result of a sync and of the sends after it.
 *
 * @param sync the result of the sync
 * @param released the exits and closing orders that were sent
 */
public record SyncReportBody(@JsonUnwrapped SyncBody sync, List<OrderBody> released) {}
