/** The order, its life cycle, and the reports and evidence that move it. */
@NullMarked
package dev.lockstep.domain.order;

import org.jspecify.annotations.NullMarked;
