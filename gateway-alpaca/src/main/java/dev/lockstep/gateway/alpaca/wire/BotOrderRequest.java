package dev.lockstep.gateway.alpaca.wire;

import dev.lockstep.domain.order.NewOrder;
import org.jspecify.annotations.Nullable;

/**
 * An order as a bot requests it.
 *
 * @param terms the terms, without a strategy
 * @param clientOrderId the bot's name of it, null if it chose none
 * @param effect what it must do to the position, null if the bot does not say
 */
public record BotOrderRequest(
        NewOrder terms, @Nullable String clientOrderId, @Nullable PositionEffect effect) {}
