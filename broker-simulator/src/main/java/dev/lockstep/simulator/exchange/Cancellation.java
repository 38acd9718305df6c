package dev.lockstep.simulator.exchange;

/** What became of one order when all were to be canceled. */
public record Cancellation(OrderView order, Outcome<OrderView> outcome) {}
