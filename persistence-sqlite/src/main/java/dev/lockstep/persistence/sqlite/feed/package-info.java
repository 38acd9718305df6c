/** Feed of order changes in event order. */
@NullMarked
package dev.lockstep.persistence.sqlite.feed;

import org.jspecify.annotations.NullMarked;
