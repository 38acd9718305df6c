/** Connections to databases that are made for the fuzzer, and to none that anyone uses. */
@NullMarked
package dev.lockstep.app.prove.fuzz.connection;

import org.jspecify.annotations.NullMarked;
