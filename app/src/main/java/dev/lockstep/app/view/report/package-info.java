/**
 * Reports as tables and as JSON: daily statements, profit, round trips, events of orders,
 * adjustments, and the acts of operators.
 */
@NullMarked
package dev.lockstep.app.view.report;

import org.jspecify.annotations.NullMarked;
