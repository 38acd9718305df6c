package dev.lockstep.app.wiring;

import dev.lockstep.app.loop.LoopParts;
import dev.lockstep.domain.usecase.AdoptOrder;
import dev.lockstep.domain.usecase.ExternalOrders;

/**
 * What goes on beside the orders that are submitted here.
 *
 * @param loopParts what running the trading loop needs
 * @param externalOrders lists orders that were sent elsewhere
 * @param adoptOrder makes one of them ours
 */
public record Floor(LoopParts loopParts, ExternalOrders externalOrders, AdoptOrder adoptOrder) {}
