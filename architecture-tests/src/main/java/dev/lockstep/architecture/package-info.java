/** The hexagon: who is who in it, what each part may do, and the classes it is made of. */
@NullMarked
package dev.lockstep.architecture;

import org.jspecify.annotations.NullMarked;
