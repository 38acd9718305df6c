/** The run command: the trading loop and the web server in one process. */
@NullMarked
package dev.lockstep.app.cli.run;

import org.jspecify.annotations.NullMarked;
