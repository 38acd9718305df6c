/**
 * The screen's server: REST, live events and static files, on Javalin.
 *
 * <p>Javalin, because it is a thin routing layer over Jetty and no framework: handlers are plain
 * functions, nothing is found by annotation or reflection, and Jetty's own parts (connectors,
 * handlers, virtual threads) stay within reach, which the guards and the limits here are made of.
 * The simulator stands on it too, so there is one HTTP server to keep up to date.
 */
@NullMarked
package dev.lockstep.app.web;

import org.jspecify.annotations.NullMarked;
