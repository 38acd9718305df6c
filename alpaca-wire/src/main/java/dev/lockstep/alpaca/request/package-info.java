/** Requests: path, query, body, and the errors that refuse them. */
@NullMarked
package dev.lockstep.alpaca.request;

import org.jspecify.annotations.NullMarked;
