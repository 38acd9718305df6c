package dev.lockstep.app.wiring;

import dev.lockstep.app.loop.LoopParts;
import dev.lockstep.domain.usecase.AdoptOrder;
import dev.lockstep.domain.usecase.ExternalOrders;
import dev.lockstep.domain.usecase.FetchFills;
import dev.lockstep.domain.usecase.HoldingsByStrategy;
import dev.lockstep.domain.usecase.ReleaseWaiting;
import dev.lockstep.domain.usecase.SettleChanges;
import dev.lockstep.domain.usecase.SubmitExit;
import dev.lockstep.domain.usecase.adjust.FetchAdjustments;

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
 */
public record Floor(
        LoopParts loopParts,
        ExternalOrders externalOrders,
        AdoptOrder adoptOrder,
        SubmitExit submitExit,
        ReleaseWaiting releaseWaiting,
        FetchFills fetchFills,
        FetchAdjustments fetchAdjustments,
        HoldingsByStrategy holdingsByStrategy,
        SettleChanges settleChanges) {}
