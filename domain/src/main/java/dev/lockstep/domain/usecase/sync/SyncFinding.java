package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Order;

/**
 * Something about an order of ours that a sync found at the broker and that a person should know.
 *
 * @param kind what is wrong
 * @param order the order as it is stored now
 * @param text what was found and what can be done, for a person
 */
public record SyncFinding(IncidentKind kind, Order order, String text) {}
