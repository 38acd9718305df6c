/** Who may ask what, decided before anything of a request is read but its head. */
@NullMarked
package dev.lockstep.app.web.guard;

import org.jspecify.annotations.NullMarked;
