/** SQL implementation of the order repository. */
@NullMarked
package dev.lockstep.persistence.sql.order;

import org.jspecify.annotations.NullMarked;
