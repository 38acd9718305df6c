/** SQL implementation of the trading keys and of the sign-ins. */
@NullMarked
package dev.lockstep.persistence.sql.access;

import org.jspecify.annotations.NullMarked;
