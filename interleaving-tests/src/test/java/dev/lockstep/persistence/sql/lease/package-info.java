/** The trading lease under concurrent use. */
@NullMarked
package dev.lockstep.persistence.sql.lease;

import org.jspecify.annotations.NullMarked;
