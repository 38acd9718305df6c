/** The endpoints: each reads a request, calls a use case and shows what came of it. */
@NullMarked
package dev.lockstep.app.web.route;

import org.jspecify.annotations.NullMarked;
