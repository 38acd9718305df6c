/** Routes for what has been done and what it brought: events, adjustments, round trips. */
@NullMarked
package dev.lockstep.app.web.route.report;

import org.jspecify.annotations.NullMarked;
