/** Replaces working orders. */
@NullMarked
package dev.lockstep.domain.usecase.replace;

import org.jspecify.annotations.NullMarked;
