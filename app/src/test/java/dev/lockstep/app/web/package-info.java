/** The REST interface over real HTTP, in front of a platform of its own in this process. */
@NullMarked
package dev.lockstep.app.web;

import org.jspecify.annotations.NullMarked;
