/** How long work tells how far it is. */
@NullMarked
package dev.lockstep.app.progress;

import org.jspecify.annotations.NullMarked;
