/** The venue's rules for new and replaced orders. */
@NullMarked
package dev.lockstep.simulator.exchange.rule;

import org.jspecify.annotations.NullMarked;
