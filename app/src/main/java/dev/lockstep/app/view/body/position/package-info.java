/** Positions and the results of closing them as records, for the REST API and {@code --json}. */
@NullMarked
package dev.lockstep.app.view.body.position;

import org.jspecify.annotations.NullMarked;
