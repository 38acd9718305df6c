/** Answers as records: their components are the fields of the REST API and of {@code --json}. */
@NullMarked
package dev.lockstep.app.view.body;

import org.jspecify.annotations.NullMarked;
