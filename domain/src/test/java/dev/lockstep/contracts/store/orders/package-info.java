/**
 * The contract of an order repository by topic, an interface of tests each; {@code
 * OrderRepositoryContract} gathers them for an adapter's test.
 */
@NullMarked
package dev.lockstep.contracts.store.orders;

import org.jspecify.annotations.NullMarked;
