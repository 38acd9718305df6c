/** Identifiers of orders, executions and strategies. */
@NullMarked
package dev.lockstep.domain.order.id;

import org.jspecify.annotations.NullMarked;
