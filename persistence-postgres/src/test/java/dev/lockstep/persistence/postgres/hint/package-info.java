/** Tests of the hints of committed writes, on a real server. */
@NullMarked
package dev.lockstep.persistence.postgres.hint;

import org.jspecify.annotations.NullMarked;
