package dev.lockstep.simulator.exchange.ledger;

import dev.lockstep.simulator.exchange.model.ExchangeResult;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;

/** Result for one order of a request to cancel all orders. */
public record Cancellation(OrderSnapshot order, ExchangeResult<OrderSnapshot> outcome) {}
