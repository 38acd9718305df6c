/** The ports to a legacy platform's database. */
@NullMarked
package dev.lockstep.domain.port.legacy;

import org.jspecify.annotations.NullMarked;
