/** Limits, restrictions and halts as records, for the REST API and {@code --json}. */
@NullMarked
package dev.lockstep.app.view.body.risk;

import org.jspecify.annotations.NullMarked;
