/** Orders, limits and health as tables for people and JSON for programs. */
@NullMarked
package dev.lockstep.app.view;

import org.jspecify.annotations.NullMarked;
