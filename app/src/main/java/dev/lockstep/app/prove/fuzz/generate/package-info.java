/** Generates inputs for parsers: valid samples with mistakes in them. */
@NullMarked
package dev.lockstep.app.prove.fuzz.generate;

import org.jspecify.annotations.NullMarked;
