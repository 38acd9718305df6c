/** Changes of the domain's code one at a time, each of which a test should notice. */
@NullMarked
package dev.lockstep.app.prove.mutation;

import org.jspecify.annotations.NullMarked;
