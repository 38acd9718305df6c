/** The ports for looking after a store: health, inspection, backup, metrics. */
@NullMarked
package dev.lockstep.domain.port.maintenance;

import org.jspecify.annotations.NullMarked;
