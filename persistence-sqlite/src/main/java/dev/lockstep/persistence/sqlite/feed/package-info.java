/** Tells what became of the orders, in the sequence of their events. */
@NullMarked
package dev.lockstep.persistence.sqlite.feed;

import org.jspecify.annotations.NullMarked;
