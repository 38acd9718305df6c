/** The responses of routes. */
@NullMarked
package dev.lockstep.app.web.route;

import org.jspecify.annotations.NullMarked;
