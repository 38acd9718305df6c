/** The only place where adapters meet the domain. */
@NullMarked
package dev.lockstep.app.wiring;

import org.jspecify.annotations.NullMarked;
