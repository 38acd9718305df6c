/** Cached data that many clients request at once. */
@NullMarked
package dev.lockstep.app.web.board;

import org.jspecify.annotations.NullMarked;
