/** Orders, assets, bars and the words of the wire, as immutable values. */
@NullMarked
package dev.lockstep.simulator.exchange.model;

import org.jspecify.annotations.NullMarked;
