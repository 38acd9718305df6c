/** The ports to the store: orders, fills, adjustments, incidents, limits, lease and audit trail. */
@NullMarked
package dev.lockstep.domain.port.store;

import org.jspecify.annotations.NullMarked;
