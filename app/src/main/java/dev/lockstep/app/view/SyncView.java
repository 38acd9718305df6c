package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.usecase.adjust.FetchedAdjustments;
import dev.lockstep.domain.usecase.executions.FetchFills;
import dev.lockstep.domain.usecase.recover.Resolution;
import dev.lockstep.domain.usecase.sync.SyncResult;

/** The result of a sync as JSON. */
public final class SyncView {
    private SyncView() {}

    /** Returns the JSON for programs. */
    public static ObjectNode json(
            Resolution resolution,
            SyncResult.Completed completed,
            FetchResult<FetchFills.Executions> executions,
            FetchResult<FetchedAdjustments> adjustments) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("at", completed.at().toString());
        node.set("changed", BodyTree.of(completed.changed()));
        node.put("unchanged", completed.unchanged());
        node.set("settled", BodyTree.of(resolution.settled()));
        node.set(
                "unresolved",
                BodyTree.of(
                        resolution.unresolved().stream()
                                .map(Resolution.Unresolved::order)
                                .toList()));
        ArrayNode external = node.putArray("external");
        completed.external().forEach(order -> external.add(order.brokerOrderId().value()));
        ArrayNode refused = node.putArray("refused");
        completed.notChanged().forEach(outcome -> refused.add(text(outcome)));
        node.set("missing", BodyTree.of(completed.missing()));
        node.set("unreadable", UnreadableView.json(completed.unreadable()));
        switch (executions) {
            case FetchResult.Complete<FetchFills.Executions>(FetchFills.Executions known) ->
                    node.put("newExecutions", known.fresh()).putNull("executionsFault");
            case FetchResult.Failed<FetchFills.Executions>(BrokerFault fault) ->
                    node.putNull("newExecutions").put("executionsFault", FaultText.of(fault));
        }
        switch (adjustments) {
            case FetchResult.Complete<FetchedAdjustments>(FetchedAdjustments found) ->
                    node.put("newAdjustments", found.fresh())
                            .putNull("adjustmentsFault")
                            .set("unreadableAdjustments", UnreadableView.json(found.unreadable()));
            case FetchResult.Failed<FetchedAdjustments>(BrokerFault fault) ->
                    node.putNull("newAdjustments")
                            .put("adjustmentsFault", FaultText.of(fault))
                            .putArray("unreadableAdjustments");
        }
        return node;
    }

    /** Returns the result of one update in one line. */
    public static String text(UpdateOutcome outcome) {
        return switch (outcome) {
            case UpdateOutcome.Refused refused -> refused.id() + ": " + refused.text();
            case UpdateOutcome.NotFound absent -> absent.id() + ": missing in the database";
            case UpdateOutcome.RolledBack back -> back.id() + ": rolled back";
            case UpdateOutcome.Updated updated -> updated.after().id() + ": changed";
            case UpdateOutcome.Unchanged same -> same.order().id() + ": unchanged";
        };
    }
}
