/** Prices, instruments and market hours as tables and as JSON. */
@NullMarked
package dev.lockstep.app.view.market;

import org.jspecify.annotations.NullMarked;
