/** Tests of requests and errors. */
@NullMarked
package dev.lockstep.alpaca.request;

import org.jspecify.annotations.NullMarked;
