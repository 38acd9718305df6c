/** Orders, limits and health as tables and as JSON. */
@NullMarked
package dev.lockstep.app.view;

import org.jspecify.annotations.NullMarked;
