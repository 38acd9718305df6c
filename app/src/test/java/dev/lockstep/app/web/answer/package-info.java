/** Tests of the bodies of answers and requests. */
@NullMarked
package dev.lockstep.app.web.answer;

import org.jspecify.annotations.NullMarked;
