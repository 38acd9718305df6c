package dev.lockstep.simulator.exchange.market;

/**
 * Prices of one minute, in millionths of a dollar.
 *
 * @param minute the minute, counted from the epoch
 */
public record MinuteRange(int minute, long open, long high, long low, long close) {}
