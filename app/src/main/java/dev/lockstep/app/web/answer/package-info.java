/** Responses and problems. */
@NullMarked
package dev.lockstep.app.web.answer;

import org.jspecify.annotations.NullMarked;
