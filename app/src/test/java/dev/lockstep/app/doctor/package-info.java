/** Tests of the check-up. */
@NullMarked
package dev.lockstep.app.doctor;

import org.jspecify.annotations.NullMarked;
