/** What persons do with incidents. */
@NullMarked
package dev.lockstep.domain.usecase.incident;

import org.jspecify.annotations.NullMarked;
