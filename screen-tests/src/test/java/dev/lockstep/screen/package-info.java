/** The screen in a real browser, in front of a platform of its own. */
@NullMarked
package dev.lockstep.screen;

import org.jspecify.annotations.NullMarked;
