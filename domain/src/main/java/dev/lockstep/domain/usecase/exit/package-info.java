/** Exits that are held locally until their parent fills. */
@NullMarked
package dev.lockstep.domain.usecase.exit;

import org.jspecify.annotations.NullMarked;
