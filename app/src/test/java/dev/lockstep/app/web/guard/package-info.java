/** Who is let in. */
@NullMarked
package dev.lockstep.app.web.guard;

import org.jspecify.annotations.NullMarked;
