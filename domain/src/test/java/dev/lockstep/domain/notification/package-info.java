/** Tests of the package of the same name. */
@NullMarked
package dev.lockstep.domain.notification;

import org.jspecify.annotations.NullMarked;
