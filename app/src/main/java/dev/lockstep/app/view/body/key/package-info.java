/** Trading keys and hooks as records, for {@code --json}. */
@NullMarked
package dev.lockstep.app.view.body.key;

import org.jspecify.annotations.NullMarked;
