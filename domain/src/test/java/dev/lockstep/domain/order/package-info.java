/** Tests of the order and its life cycle. */
@NullMarked
package dev.lockstep.domain.order;

import org.jspecify.annotations.NullMarked;
