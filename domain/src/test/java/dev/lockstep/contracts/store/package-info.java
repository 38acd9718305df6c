/** Contract suites that each implementation of a port of the store passes. */
@NullMarked
package dev.lockstep.contracts.store;

import org.jspecify.annotations.NullMarked;
