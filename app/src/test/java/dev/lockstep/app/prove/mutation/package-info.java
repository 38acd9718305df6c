/** Tests of the changes of the domain's code, without PIT. */
@NullMarked
package dev.lockstep.app.prove.mutation;

import org.jspecify.annotations.NullMarked;
