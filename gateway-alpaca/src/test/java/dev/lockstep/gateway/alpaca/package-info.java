/** Tests of the gateway on a store in memory and a broker of the tests' own. */
@NullMarked
package dev.lockstep.gateway.alpaca;

import org.jspecify.annotations.NullMarked;
