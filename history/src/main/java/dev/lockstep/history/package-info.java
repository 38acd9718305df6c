/**
 * The check of what clients saw: they send requests to the REST API of one or more processes, every
 * request is recorded with its answer, and the record is compared with the exchange's ledger.
 *
 * <p>The module knows nothing of the platform but its REST API, so that it cannot share a mistake
 * with it.
 */
@NullMarked
package dev.lockstep.history;

import org.jspecify.annotations.NullMarked;
