/** Model of the hexagonal architecture: its parts, their permits and their classes. */
@NullMarked
package dev.lockstep.architecture;

import org.jspecify.annotations.NullMarked;
