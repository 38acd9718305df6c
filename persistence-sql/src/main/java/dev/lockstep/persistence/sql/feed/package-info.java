/** Feed of order changes in event order. */
@NullMarked
package dev.lockstep.persistence.sql.feed;

import org.jspecify.annotations.NullMarked;
