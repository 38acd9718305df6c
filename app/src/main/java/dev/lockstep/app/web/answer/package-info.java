/** What goes back to a client: answers, and problems that name the field. */
@NullMarked
package dev.lockstep.app.web.answer;

import org.jspecify.annotations.NullMarked;
