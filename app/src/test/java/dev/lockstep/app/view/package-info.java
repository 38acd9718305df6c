/** What people and programs are shown. */
@NullMarked
package dev.lockstep.app.view;

import org.jspecify.annotations.NullMarked;
