/** Reports for people and as JSON: daily statements, and the acts of operators. */
@NullMarked
package dev.lockstep.app.view.report;

import org.jspecify.annotations.NullMarked;
