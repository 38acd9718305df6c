/** How orders, limits and health look from outside: one shape for the terminal and for programs. */
@NullMarked
package dev.lockstep.app.view;

import org.jspecify.annotations.NullMarked;
