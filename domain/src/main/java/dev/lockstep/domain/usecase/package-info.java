/** The stories of the platform: submit, resolve, sync, cancel, reconcile. */
@NullMarked
package dev.lockstep.domain.usecase;

import org.jspecify.annotations.NullMarked;
