/** Checks what clients see while the network between platform and exchange fails. */
@NullMarked
package dev.lockstep.app.prove.network;

import org.jspecify.annotations.NullMarked;
