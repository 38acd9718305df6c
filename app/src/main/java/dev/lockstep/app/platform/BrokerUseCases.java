package dev.lockstep.app.platform;

import dev.lockstep.app.loop.LoopParts;
import dev.lockstep.app.recovery.BrokerVerification;
import dev.lockstep.domain.usecase.adjust.FetchAdjustments;
import dev.lockstep.domain.usecase.cancel.ResolvePendingChanges;
import dev.lockstep.domain.usecase.executions.FetchFills;
import dev.lockstep.domain.usecase.exit.SubmitContingentExit;
import dev.lockstep.domain.usecase.exit.TriggerHeldOrders;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.domain.usecase.sync.AdoptOrder;
import dev.lockstep.domain.usecase.sync.ExternalOrders;

/**
 * The use cases of the trading loop and of external orders.
 *
 * @param loopParts the dependencies of the trading loop
 * @param externalOrders lists external orders
 * @param adoptOrder adopts one
 * @param submitExit stores exits that wait for their parent
 * @param releaseWaiting sends them once the parent has filled
 * @param fetchFills stores executions
 * @param fetchAdjustments stores adjustments
 * @param holdingsByStrategy returns the positions of each strategy
 * @param settleChanges repeats requested cancels
 * @param verification records the broker's state by queries only
 */
public record BrokerUseCases(
        LoopParts loopParts,
        ExternalOrders externalOrders,
        AdoptOrder adoptOrder,
        SubmitContingentExit submitExit,
        TriggerHeldOrders releaseWaiting,
        FetchFills fetchFills,
        FetchAdjustments fetchAdjustments,
        HoldingsByStrategy holdingsByStrategy,
        ResolvePendingChanges settleChanges,
        BrokerVerification verification) {}
