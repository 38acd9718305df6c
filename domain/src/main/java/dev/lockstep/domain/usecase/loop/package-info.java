/** The trading loop: runs recovery, sync and the periodic checks on a schedule. */
@NullMarked
package dev.lockstep.domain.usecase.loop;

import org.jspecify.annotations.NullMarked;
