/** Results of changes as text and JSON: submits, replaces, cancels, closes, adoptions, syncs. */
@NullMarked
package dev.lockstep.app.view.change;

import org.jspecify.annotations.NullMarked;
