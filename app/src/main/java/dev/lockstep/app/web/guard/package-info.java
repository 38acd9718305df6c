/** Guards: they decide by the head of a request whether it is accepted. */
@NullMarked
package dev.lockstep.app.web.guard;

import org.jspecify.annotations.NullMarked;
