/** Routes for the broker's account and market data. */
@NullMarked
package dev.lockstep.app.web.route.market;

import org.jspecify.annotations.NullMarked;
