/**
 * The composition root: the only place where adapters meet the domain. Only the program uses it.
 */
@NullMarked
package dev.lockstep.app.wiring;

import org.jspecify.annotations.NullMarked;
