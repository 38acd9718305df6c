/** Keys with which programs trade through Lockstep, each as a strategy. */
@NullMarked
package dev.lockstep.domain.access;

import org.jspecify.annotations.NullMarked;
