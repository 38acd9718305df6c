/** The platform held against one seed after another. */
@NullMarked
package dev.lockstep.simulation;

import org.jspecify.annotations.NullMarked;
