/** Tests of the package of the same name. */
@NullMarked
package dev.lockstep.domain.usecase.notify;

import org.jspecify.annotations.NullMarked;
