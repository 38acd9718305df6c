/** What is asked for once for many. */
@NullMarked
package dev.lockstep.app.web.board;

import org.jspecify.annotations.NullMarked;
