/** Several processes that write to one database as hard as they can, and what became of it. */
@NullMarked
package dev.lockstep.app.stress;

import org.jspecify.annotations.NullMarked;
