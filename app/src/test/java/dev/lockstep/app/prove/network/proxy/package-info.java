/** Tests of the proxy. */
@NullMarked
package dev.lockstep.app.prove.network.proxy;

import org.jspecify.annotations.NullMarked;
