/** The trading loop's threads: who runs it, who watches it, and how it goes over to another. */
@NullMarked
package dev.lockstep.app.loop;

import org.jspecify.annotations.NullMarked;
