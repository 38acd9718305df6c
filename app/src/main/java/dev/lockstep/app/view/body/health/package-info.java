/** Health and incidents as records, for the REST API and {@code --json}. */
@NullMarked
package dev.lockstep.app.view.body.health;

import org.jspecify.annotations.NullMarked;
