/** Creates, changes and checks trading keys. */
@NullMarked
package dev.lockstep.domain.usecase.access;

import org.jspecify.annotations.NullMarked;
