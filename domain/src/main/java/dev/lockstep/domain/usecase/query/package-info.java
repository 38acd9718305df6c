/**
 * Reads every stored order, adjustment or holding that meets a condition, page by page; ages of
 * stored timestamps.
 */
@NullMarked
package dev.lockstep.domain.usecase.query;

import org.jspecify.annotations.NullMarked;
