/** Routes that report on the past: events, adjustments, round trips. */
@NullMarked
package dev.lockstep.app.web.route.report;

import org.jspecify.annotations.NullMarked;
