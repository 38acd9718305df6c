package dev.lockstep.simulator.exchange;

/** Result for one order of a request to cancel all orders. */
public record Cancellation(OrderView order, Outcome<OrderView> outcome) {}
