/** Commands for orders: submit, list, show, replace, cancel, adopt. */
@NullMarked
package dev.lockstep.app.cli.order;

import org.jspecify.annotations.NullMarked;
