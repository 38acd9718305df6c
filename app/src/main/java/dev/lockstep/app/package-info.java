/** The platform as one program: wires the adapters to the domain and gives them a command line. */
@NullMarked
package dev.lockstep.app;

import org.jspecify.annotations.NullMarked;
