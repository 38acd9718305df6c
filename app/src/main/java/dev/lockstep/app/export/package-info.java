/** Orders, events and executions written out for other programs. */
@NullMarked
package dev.lockstep.app.export;

import org.jspecify.annotations.NullMarked;
