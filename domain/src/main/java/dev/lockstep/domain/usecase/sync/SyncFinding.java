package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Order;

/**
 * A problem of an order that a sync found.
 *
 * @param kind its kind
 * @param order the stored order
 * @param text the finding and the remedy
 */
public record SyncFinding(IncidentKind kind, Order order, String text) {}
