/**
 * The web server: REST, live events and static files, on Javalin.
 *
 * <p>Javalin is a thin routing layer over Jetty and not a framework: handlers are plain functions,
 * nothing is found by annotation or reflection, and the parts of Jetty (connectors, handlers,
 * virtual threads) stay accessible, which the guards and limits need. The simulator uses it too, so
 * there is one HTTP server to keep up to date.
 */
@NullMarked
package dev.lockstep.app.web;

import org.jspecify.annotations.NullMarked;
