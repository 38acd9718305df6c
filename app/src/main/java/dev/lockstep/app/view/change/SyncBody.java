package dev.lockstep.app.view.change;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lockstep.app.view.FaultText;
import dev.lockstep.app.view.body.OrderBody;
import dev.lockstep.app.view.body.UnreadableBody;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.usecase.adjust.FetchedAdjustments;
import dev.lockstep.domain.usecase.executions.FetchFills;
import dev.lockstep.domain.usecase.recover.Resolution;
import dev.lockstep.domain.usecase.sync.SyncResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a sync.
 *
 * @param at the time of the sync
 * @param changed the orders that it changed
 * @param unchanged the number of the others
 * @param settled the orders that are no longer unanswered
 * @param unresolved the orders that still are
 * @param external the broker's ids of external orders
 * @param refused the changes that could not be stored, in one line each
 * @param missing the orders that are no longer at the broker
 * @param unreadable the orders at the broker that cannot be read
 * @param executions the new executions
 * @param adjustments the new adjustments
 */
public record SyncBody(
        String at,
        List<OrderBody> changed,
        int unchanged,
        List<OrderBody> settled,
        List<OrderBody> unresolved,
        List<String> external,
        List<String> refused,
        List<OrderBody> missing,
        List<UnreadableBody> unreadable,
        @JsonUnwrapped NewExecutionsBody executions,
        @JsonUnwrapped NewAdjustmentsBody adjustments) {

    /** Returns the fields of a result. */
    public static SyncBody of(
            Resolution resolution,
            SyncResult.Completed completed,
            FetchResult<FetchFills.Executions> executions,
            FetchResult<FetchedAdjustments> adjustments) {
        return new SyncBody(
                completed.at().toString(),
                OrderBody.of(completed.changed()),
                completed.unchanged(),
                OrderBody.of(resolution.settled()),
                OrderBody.of(
                        resolution.unresolved().stream()
                                .map(Resolution.Unresolved::order)
                                .toList()),
                completed.external().stream().map(order -> order.brokerOrderId().value()).toList(),
                completed.notChanged().stream().map(SyncBody::text).toList(),
                OrderBody.of(completed.missing()),
                UnreadableBody.of(completed.unreadable()),
                NewExecutionsBody.of(executions),
                NewAdjustmentsBody.of(adjustments));
    }

    private static String text(UpdateOutcome outcome) {
        return switch (outcome) {
            case UpdateOutcome.Refused refused -> refused.id() + ": " + refused.text();
            case UpdateOutcome.NotFound absent -> absent.id() + ": missing in the database";
            case UpdateOutcome.RolledBack back -> back.id() + ": rolled back";
            case UpdateOutcome.Updated updated -> updated.after().id() + ": changed";
            case UpdateOutcome.Unchanged same -> same.order().id() + ": unchanged";
        };
    }

    /**
     * The new executions.
     *
     * @param newExecutions their number, null if they could not be fetched
     * @param executionsFault why they could not be fetched, null if they could
     */
    public record NewExecutionsBody(
            @Nullable Integer newExecutions, @Nullable String executionsFault) {
        private static NewExecutionsBody of(FetchResult<FetchFills.Executions> fetched) {
            return switch (fetched) {
                case FetchResult.Complete<FetchFills.Executions>(FetchFills.Executions known) ->
                        new NewExecutionsBody(known.fresh(), null);
                case FetchResult.Failed<FetchFills.Executions>(BrokerFault fault) ->
                        new NewExecutionsBody(null, FaultText.of(fault));
            };
        }
    }

    /**
     * The new adjustments.
     *
     * @param newAdjustments their number, null if they could not be fetched
     * @param adjustmentsFault why they could not be fetched, null if they could
     * @param unreadableAdjustments those that cannot be read
     */
    public record NewAdjustmentsBody(
            @Nullable Integer newAdjustments,
            @Nullable String adjustmentsFault,
            List<UnreadableBody> unreadableAdjustments) {
        private static NewAdjustmentsBody of(FetchResult<FetchedAdjustments> fetched) {
            return switch (fetched) {
                case FetchResult.Complete<FetchedAdjustments>(FetchedAdjustments found) ->
                        new NewAdjustmentsBody(
                                found.fresh(), null, UnreadableBody.of(found.unreadable()));
                case FetchResult.Failed<FetchedAdjustments>(BrokerFault fault) ->
                        new NewAdjustmentsBody(null, FaultText.of(fault), List.of());
            };
        }
    }
}
