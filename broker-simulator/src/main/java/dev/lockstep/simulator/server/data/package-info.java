/** Endpoints for market data: bars, trades, quotes, snapshots, news and screeners. */
@NullMarked
package dev.lockstep.simulator.server.data;

import org.jspecify.annotations.NullMarked;
