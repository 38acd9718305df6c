/** What many clients ask for at once, asked for once and remembered for a moment. */
@NullMarked
package dev.lockstep.app.web.board;

import org.jspecify.annotations.NullMarked;
