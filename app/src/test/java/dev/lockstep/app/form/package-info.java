/** Tests how written orders are read, and how each wrong one is named. */
@NullMarked
package dev.lockstep.app.form;

import org.jspecify.annotations.NullMarked;
