/** What can be traded: symbols, asset classes and the price increments they allow. */
@NullMarked
package dev.lockstep.domain.instrument;

import org.jspecify.annotations.NullMarked;
