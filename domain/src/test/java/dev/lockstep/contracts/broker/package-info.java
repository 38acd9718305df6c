/** The contract suite that each broker passes. */
@NullMarked
package dev.lockstep.contracts.broker;

import org.jspecify.annotations.NullMarked;
