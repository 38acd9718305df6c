/** Fetches executions, compares them with the orders, and records busts and corrections. */
@NullMarked
package dev.lockstep.domain.usecase.executions;

import org.jspecify.annotations.NullMarked;
