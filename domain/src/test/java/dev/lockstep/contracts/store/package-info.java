/**
 * The contract of each port of the store. The test of an implementation extends the class for its
 * port and hands in the implementation; the tests are inherited.
 *
 * <ul>
 *   <li>{@link OrderRepositoryContract}, by topic in {@link dev.lockstep.contracts.store.orders}
 *   <li>{@link RiskContract} (the account) and {@link StrategyRiskContract} (its strategies), by
 *       topic in {@link dev.lockstep.contracts.store.risk}
 *   <li>{@link OrderFeedContract}
 *   <li>{@link FillsContract}
 *   <li>{@link AdjustmentsContract}
 *   <li>{@link IncidentsContract}
 *   <li>{@link LoopReportsContract}
 *   <li>{@link NotificationOutboxContract}
 *   <li>{@link SignInsContract}
 *   <li>{@link TradingKeysContract}
 * </ul>
 */
@NullMarked
package dev.lockstep.contracts.store;

import org.jspecify.annotations.NullMarked;
