/** The limits and restrictions that every process on one database obeys. */
@NullMarked
package dev.lockstep.persistence.sqlite.risk;

import org.jspecify.annotations.NullMarked;
