/** What a person should look at, because nothing here may put it right by itself. */
@NullMarked
package dev.lockstep.domain.incident;

import org.jspecify.annotations.NullMarked;
