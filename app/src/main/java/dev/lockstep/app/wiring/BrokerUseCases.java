package dev.lockstep.app.wiring;

import dev.lockstep.app.loop.LoopParts;
import dev.lockstep.app.recovery.Verification;
import dev.lockstep.domain.usecase.adjust.FetchAdjustments;
import dev.lockstep.domain.usecase.cancel.ResolvePendingChanges;
import dev.lockstep.domain.usecase.executions.FetchFills;
import dev.lockstep.domain.usecase.exit.SubmitContingentExit;
import dev.lockstep.domain.usecase.exit.TriggerHeldOrders;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.domain.usecase.sync.AdoptOrder;
import dev.lockstep.domain.usecase.sync.ExternalOrders;

/**
 * What goes on beside the orders that are submitted here.
 *
 * @param loopParts what running the trading loop needs
 * @param externalOrders lists orders that were sent elsewhere
 * @param adoptOrder makes one of them ours
 * @param submitExit stores exits that wait here for the order they hang on
 * @param releaseWaiting sends them once that one has filled
 * @param fetchFills keeps the account's executions
 * @param fetchAdjustments keeps what was booked that is no trade
 * @param holdingsByStrategy tells what each strategy holds
 * @param settleChanges sends requested cancels again
 * @param verification records what the broker has, by queries alone
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
        Verification verification) {}
