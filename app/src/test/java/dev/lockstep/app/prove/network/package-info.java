/** Tests of the check of the network. */
@NullMarked
package dev.lockstep.app.prove.network;

import org.jspecify.annotations.NullMarked;
