package dev.lockstep.app.view.body;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A page of external orders, oldest first.
 *
 * @param orders the orders
 * @param count the number of orders on all pages
 * @param next the last order of this page, after which the next one begins; null on the last page
 */
public record ExternalPageBody(
        @JsonUnwrapped ExternalOrdersBody orders, int count, @Nullable String next) {}
